/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.english.EnglishLexicon;

/** Tells who is meant by the words that name a speaker: by name, by pronoun, by office, by a noun for a person or body. */
final class SpeakerResolver {
    /** "The statement" is that of who spoke at most so many sentences before. */
    private static final int DOCUMENT_REACH = 3;

    private final EnglishArticle article;
    private final Antecedents antecedents;
    private final OfficeHolders offices;

    SpeakerResolver(EnglishArticle article, Antecedents antecedents) {
        this.article = article;
        this.antecedents = antecedents;
        this.offices = new OfficeHolders(article);
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
            return Speaker.person(article.entities().entity(first.entityId()), first.name(), "name");
        }
        return Speaker.body(first, "name");
    }

    private Speaker pronoun(EnglishArticle.Sentence sentence, Source source) {
        String key = article.item(source.first()).key();
        if (key.equals("he") || key.equals("she")) {
            return antecedents.person(
                    sentence, source.first(), key.equals("he") ? Gender.MASCULINE : Gender.FEMININE, true);
        }
        if (key.equals("they")) {
            return antecedents.several(sentence);
        }
        return key.equals("it") ? antecedents.body(sentence) : Speaker.UNKNOWN;
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
            return antecedents.last(sentence.index(), DOCUMENT_REACH);
        }
        if (noun.speaks(SpeechWords.BODY)) {
            return body(sentence, source, first, head, definite);
        }
        if (definite || article.item(first - (first > source.first() ? 1 : 0)).is("his")) {
            Entity holder = head == first || source.end() == head + 1 ? offices.holder(key) : null;
            if (holder != null && definite) {
                return Speaker.person(holder, holder.name(), "office");
            }
            boolean described = noun.has(EnglishLexicon.DEMONYM)
                    || noun.speaks(SpeechWords.EPITHET)
                    || Character.isDigit(noun.text().codePointAt(0));
            if (described) {
                Speaker person = antecedents.person(sentence, source.first(), gender(noun), false);
                if (person.known()) {
                    return person;
                }
            }
        }
        String name = written(first, source.end());
        if (Character.isUpperCase(name.codePointAt(0))
                && !article.item(first).has(EnglishLexicon.DEMONYM)
                && article.item(first).mention() == null
                && article.item(first).has(EnglishLexicon.COMMON)
                && first == sentence.first()) {
            name = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
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
        if (definite && head - first <= 2) {
            Mention named = antecedents.bodyNamed(
                    sentence, source.first(), article.item(head).key());
            if (named != null) {
                return Speaker.body(named, "body");
            }
            if (article.item(head).speaks(SpeechWords.COMPANY)) {
                Speaker it = antecedents.body(sentence);
                if (it.known()) {
                    return it;
                }
            }
        }
        String name = written(first, source.end());
        return new Speaker(name, SpeakerType.ORG, null, null, false, "body");
    }

    private String written(int first, int end) {
        return article.text()
                .slice(article.item(first).begin(), article.item(end - 1).end());
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
