/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;

/**
 * Who is meant by a pronoun or by a noun that refers back: the nearest before it that fits, be it somebody who spoke or
 * somebody who is named. To be asked in the order of the text, as it knows only who has been found to speak.
 */
final class Antecedents {
    /** A person is looked for at most so many sentences before. */
    private static final int PERSON_REACH = 10;

    /** A body or group that "it" or "they" mean, at most so many. */
    private static final int BODY_REACH = 4;

    /** A body with the noun in its name ("the court"), at most so many. */
    private static final int NAME_REACH = 30;

    private final EnglishArticle article;
    /** The last speaker of each sentence, by the sentence's index. */
    private final TreeMap<Integer, Speaker> spoke = new TreeMap<>();

    Antecedents(EnglishArticle article) {
        this.article = article;
    }

    /** Remembers who spoke in a sentence. */
    void spoke(int sentence, Speaker speaker) {
        if (speaker.known()) {
            spoke.put(sentence, speaker);
        }
    }

    /** The last speaker at or before the sentence, none further back than the number of sentences. */
    Speaker last(int sentence, int within) {
        Map.Entry<Integer, Speaker> entry = spoke.floorEntry(sentence);
        return entry == null || sentence - entry.getKey() > within
                ? Speaker.UNKNOWN
                : entry.getValue().by("continued");
    }

    /**
     * The person last spoken of whose sex fits: who spoke in a sentence before who is named first in it.
     *
     * @param before index of the item that refers back
     * @param gender sex of the person; null when it is not told
     * @param roles whether a person without a name will do
     */
    Speaker person(EnglishArticle.Sentence sentence, int before, @Nullable Gender gender, boolean roles) {
        for (int k = sentence.index(); k >= Math.max(0, sentence.index() - PERSON_REACH); k--) {
            EnglishArticle.Sentence at = article.sentences().get(k);
            int end = k == sentence.index() ? before : at.end();
            Speaker said = spoke.get(k);
            if (said != null && k < sentence.index() && fits(said, gender, roles)) {
                return said.by("pronoun");
            }
            Entity found = firstPerson(at.first(), end, gender);
            if (found != null) {
                return Speaker.person(found, found.name(), "pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** "they": the body or group that spoke last. */
    Speaker several(EnglishArticle.Sentence sentence) {
        return recent(sentence, true);
    }

    /** "it", "the company": the body that spoke last or is named last. */
    Speaker body(EnglishArticle.Sentence sentence) {
        return recent(sentence, false);
    }

    /** "the court": the body last named before the item that has the folded noun in its name; null when none has. */
    @Nullable Mention bodyNamed(EnglishArticle.Sentence sentence, int before, String noun) {
        for (int k = sentence.index(); k >= Math.max(0, sentence.index() - NAME_REACH); k--) {
            EnglishArticle.Sentence at = article.sentences().get(k);
            int end = k == sentence.index() ? before : at.end();
            Mention found = null;
            for (int i = at.first(); i < end; i++) {
                Mention mention = article.item(i).mention();
                if (mention != null && mention.type() == EntityType.ORG && hasWord(mention.name(), noun)) {
                    found = mention;
                }
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean fits(Speaker said, @Nullable Gender gender, boolean roles) {
        boolean kind = said.type() == SpeakerType.PER || (roles && said.type() == SpeakerType.ROLE);
        return kind && !said.plural() && (gender == null || said.gender() == null || said.gender() == gender);
    }

    /** The first person named among the items; who is named as an owner only when nobody else is. */
    private @Nullable Entity firstPerson(int first, int end, @Nullable Gender gender) {
        Entity owner = null;
        for (int i = first; i < end; i++) {
            Mention mention = article.item(i).mention();
            if (mention != null && mention.type() == EntityType.PER) {
                Entity entity = article.entities().entity(mention.entityId());
                if (entity != null && (gender == null || entity.gender() == null || entity.gender() == gender)) {
                    if (!article.item(i).possessive()) {
                        return entity;
                    }
                    owner = owner == null ? entity : owner;
                }
            }
        }
        return owner;
    }

    private Speaker recent(EnglishArticle.Sentence sentence, boolean plural) {
        for (int k = sentence.index() - 1; k >= Math.max(0, sentence.index() - BODY_REACH); k--) {
            Speaker said = spoke.get(k);
            if (said != null && (said.type() == SpeakerType.ORG || (plural && isGroup(said)))) {
                return said.by("pronoun");
            }
            Mention body = plural ? null : firstBody(article.sentences().get(k));
            if (body != null) {
                return Speaker.body(body, "pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    private static boolean isGroup(Speaker said) {
        return said.type() == SpeakerType.ROLE || said.plural();
    }

    private @Nullable Mention firstBody(EnglishArticle.Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            Mention mention = article.item(i).mention();
            if (mention != null && mention.type() == EntityType.ORG) {
                return mention;
            }
        }
        return null;
    }

    private static boolean hasWord(String name, String folded) {
        int at = name.length() - folded.length();
        for (int i = 0; i <= at; i++) {
            if (name.regionMatches(true, i, folded, 0, folded.length())
                    && (i == 0 || name.charAt(i - 1) == ' ')
                    && (i == at || name.charAt(i + folded.length()) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
