/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.english.EnglishLexicon;

/** Tells who is meant by the words that name a speaker. Asked in the order of the text, since it remembers who spoke. */
final class SpeakerResolver {
    private static final int REACH = 10;

    private final EnglishArticle article;
    /** The last speaker of each sentence, by the sentence's index. */
    private final TreeMap<Integer, Speaker> spoke = new TreeMap<>();

    private final OfficeHolders offices;

    SpeakerResolver(EnglishArticle article) {
        this.article = article;
        this.offices = new OfficeHolders(article);
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
        if (entry == null || sentence - entry.getKey() > within) {
            return Speaker.UNKNOWN;
        }
        Speaker s = entry.getValue();
        return new Speaker(s.name(), s.type(), s.entityId(), s.gender(), s.plural(), "continued");
    }

    Speaker resolve(EnglishArticle.Sentence sentence, @Nullable Source source) {
        if (source == null) {
            return Speaker.UNKNOWN;
        }
        return switch (source.form()) {
            case NAME -> named(source.names());
            case PRONOUN -> pronoun(sentence, source);
            case PHRASE -> phrase(sentence, source);
        };
    }

    private Speaker named(List<Mention> names) {
        Mention first = names.get(0);
        if (names.size() > 1) {
            return new Speaker(first.name() + ", " + names.get(1).name(), SpeakerType.PER, null, null, true, "names");
        }
        if (first.type() == EntityType.PER) {
            return person(article.entities().entity(first.entityId()), first.name(), "name");
        }
        return new Speaker(first.name(), SpeakerType.ORG, first.entityId(), null, false, "name");
    }

    private static Speaker person(@Nullable Entity entity, String name, String rule) {
        return entity == null
                ? new Speaker(name, SpeakerType.PER, null, null, false, rule)
                : new Speaker(entity.name(), SpeakerType.PER, entity.id(), entity.gender(), false, rule);
    }

    private Speaker pronoun(EnglishArticle.Sentence sentence, Source source) {
        String key = article.item(source.first()).key();
        if (key.equals("he") || key.equals("she")) {
            return recent(sentence, source.first(), key.equals("he") ? Gender.MASCULINE : Gender.FEMININE, true);
        }
        if (key.equals("they")) {
            return recentOther(sentence, true);
        }
        return key.equals("it") ? recentOther(sentence, false) : Speaker.UNKNOWN;
    }

    /** The person last spoken of whose sex fits: who spoke in a sentence before who is named first in it. */
    private Speaker recent(EnglishArticle.Sentence sentence, int before, @Nullable Gender gender, boolean roles) {
        for (int k = sentence.index(); k >= Math.max(0, sentence.index() - REACH); k--) {
            EnglishArticle.Sentence at = article.sentences().get(k);
            int end = k == sentence.index() ? before : at.end();
            Speaker said = spoke.get(k);
            if (said != null && k < sentence.index() && fits(said, gender, roles)) {
                return new Speaker(said.name(), said.type(), said.entityId(), said.gender(), false, "pronoun");
            }
            Entity found = firstPerson(at.first(), end, gender);
            if (found != null) {
                return person(found, found.name(), "pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    private static boolean fits(Speaker said, @Nullable Gender gender, boolean roles) {
        boolean kind = said.type() == SpeakerType.PER || (roles && said.type() == SpeakerType.ROLE);
        return kind && !said.plural() && (gender == null || said.gender() == null || said.gender() == gender);
    }

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

    /** The body or group last spoken of. */
    private Speaker recentOther(EnglishArticle.Sentence sentence, boolean plural) {
        for (int k = sentence.index() - 1; k >= Math.max(0, sentence.index() - 4); k--) {
            Speaker said = spoke.get(k);
            boolean fits = said != null
                    && (said.type() == SpeakerType.ORG
                            || (plural && (said.type() == SpeakerType.ROLE || said.plural())));
            if (fits && said != null) {
                return new Speaker(said.name(), said.type(), said.entityId(), said.gender(), said.plural(), "pronoun");
            }
            if (!plural) {
                Mention body = firstBody(article.sentences().get(k));
                if (body != null) {
                    return new Speaker(body.name(), SpeakerType.ORG, body.entityId(), null, false, "pronoun");
                }
            }
        }
        return Speaker.UNKNOWN;
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

    private Speaker phrase(EnglishArticle.Sentence sentence, Source source) {
        int first = source.first();
        boolean definite = article.item(first).is("the");
        if (article.item(first).serves(PhraseWords.ARTICLE) && source.end() - first > 1) {
            first++;
        }
        int head = head(first, source.end());
        Words noun = article.item(head);
        String key = noun.key();
        // "Smith’s statement", "the ministry’s report"
        if (noun.speaks(SpeechWords.DOCUMENT) && head > first) {
            Words owner = article.item(head - 1);
            if (owner.mention() != null
                    && (owner.possessive() || owner.mention().type() == EntityType.ORG)) {
                return named(List.of(owner.mention()));
            }
        }
        if (noun.speaks(SpeechWords.DOCUMENT) && definite && head == first) {
            Speaker body = last(sentence.index(), 3);
            return body.known() ? body : Speaker.UNKNOWN;
        }
        if (noun.speaks(SpeechWords.BODY)) {
            return body(sentence, source, first, head, definite);
        }
        if (definite || article.item(first - (first > source.first() ? 1 : 0)).is("his")) {
            Entity holder = head == first || source.end() == head + 1 ? offices.holder(key) : null;
            if (holder != null && definite) {
                return person(holder, holder.name(), "office");
            }
            boolean described = noun.has(EnglishLexicon.DEMONYM)
                    || noun.speaks(SpeechWords.EPITHET)
                    || Character.isDigit(noun.text().codePointAt(0));
            if (described) {
                Speaker person = recent(sentence, source.first(), gender(noun), false);
                if (person.known()) {
                    return person;
                }
            }
        }
        String name = article.text()
                .slice(
                        article.item(first).begin(),
                        article.item(source.end() - 1).end());
        if (Character.isUpperCase(name.codePointAt(0))
                && !article.item(first).has(EnglishLexicon.DEMONYM)
                && article.item(first).mention() == null
                && article.item(first).has(EnglishLexicon.COMMON)
                && first == sentence.first()) {
            name = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
        }
        boolean plural = (key.endsWith("s") && !key.endsWith("ss")) || key.equals("people") || key.equals("police");
        return new Speaker(name, SpeakerType.ROLE, null, gender(noun), plural, "role");
    }

    private static @Nullable Gender gender(Words noun) {
        return noun.speaks(SpeechWords.WOMAN)
                ? Gender.FEMININE
                : noun.speaks(SpeechWords.MAN) ? Gender.MASCULINE : null;
    }

    /** "the company": the body last spoken of; "the court": the last one with that word in its name. */
    private Speaker body(EnglishArticle.Sentence sentence, Source source, int first, int head, boolean definite) {
        String key = article.item(head).key();
        if (definite && head - first <= 2) {
            for (int k = sentence.index(); k >= Math.max(0, sentence.index() - 30); k--) {
                EnglishArticle.Sentence at = article.sentences().get(k);
                Mention found = null;
                for (int i = at.first(); i < (k == sentence.index() ? source.first() : at.end()); i++) {
                    Mention mention = article.item(i).mention();
                    if (mention != null && mention.type() == EntityType.ORG && named(mention, key)) {
                        found = mention;
                    }
                }
                if (found != null) {
                    return new Speaker(found.name(), SpeakerType.ORG, found.entityId(), null, false, "body");
                }
            }
            if (article.item(head).speaks(SpeechWords.COMPANY)) {
                Speaker it = recentOther(sentence, false);
                if (it.known()) {
                    return it;
                }
            }
        }
        String name = article.text()
                .slice(
                        article.item(first).begin(),
                        article.item(source.end() - 1).end());
        return new Speaker(name, SpeakerType.ORG, null, null, false, "body");
    }

    private static boolean named(Mention mention, String key) {
        String name = mention.name();
        int at = name.length() - key.length();
        for (int i = 0; i <= at; i++) {
            if (name.regionMatches(true, i, key, 0, key.length())
                    && (i == 0 || name.charAt(i - 1) == ' ')
                    && (i == at || name.charAt(i + key.length()) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private int head(int first, int end) {
        int i = first;
        while (i + 1 < end
                && !article.item(i + 1).serves(PhraseWords.COMPLEMENT)
                && article.item(i + 1).word()) {
            i++;
        }
        return i;
    }
}
