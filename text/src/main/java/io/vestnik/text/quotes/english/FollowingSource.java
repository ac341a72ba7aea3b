/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.names.english.EnglishLexicon;

/** Reads the phrase that names a speaker after a verb of speech or "according to". */
final class FollowingSource {
    private final EnglishArticle article;
    private final SourcePhrases phrases;

    FollowingSource(EnglishArticle article, SourcePhrases phrases) {
        this.article = article;
        this.phrases = phrases;
    }

    /** The phrase that begins at the item, after a verb of speech or "according to"; null when none does. */
    @Nullable Source after(int first, int end) {
        if (first >= end) {
            return null;
        }
        Words item = article.item(first);
        if (item.serves(PhraseWords.PRONOUN)) {
            return new Source(first, first + 1, Source.Form.PRONOUN, List.of());
        }
        if (!item.word() || !begins(first)) {
            return null;
        }
        int i = first;
        while (i < end && i - first < SourcePhrases.MAX_LENGTH) {
            Words word = article.item(i);
            Mention mention = word.mention();
            if (mention == null
                    && ((!word.word() && !word.is("’") && !word.is("&")) || word.serves(PhraseWords.BOUND_AFTER))) {
                break;
            }
            if (mention == null && i > first && (word.is("in") || word.is("at") || word.is("to")) && named(first, i)) {
                break;
            }
            i++;
            boolean ends = mention != null
                    && (i >= end || !Objects.equals(article.item(i).mention(), mention));
            if (ends
                    && mention != null
                    && mention.type() == EntityType.PER
                    && !word.possessive()
                    && !prepositionIn(first, i - 1)) {
                return joined(first, i, end);
            }
        }
        if (i == first) {
            return null;
        }
        Source apposed = apposition(first, i, end);
        return apposed != null ? apposed : phrases.phrase(first, i);
    }

    private boolean named(int first, int end) {
        Mention last = article.item(end - 1).mention();
        return last != null || !article.item(first).is("a");
    }

    private boolean prepositionIn(int first, int end) {
        for (int i = first; i < end; i++) {
            Words item = article.item(i);
            if (item.mention() == null
                    && (item.is("of")
                            || item.is("for")
                            || item.is("from")
                            || item.is("with")
                            || item.is("to")
                            || item.is("by"))
                    && !(i > first
                            && article.item(i - 1).has(EnglishLexicon.PERSON_NOUN | EnglishLexicon.TITLE)
                            && article.item(i + 1).capital()
                            && headed(i + 1, end))) {
                return true;
            }
        }
        return false;
    }

    /** "minister of Health John Smith": a person's name ends the phrase right after its complement. */
    private boolean headed(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!article.item(i).capital()) {
                return false;
            }
        }
        return true;
    }

    private boolean begins(int i) {
        Words item = article.item(i);
        return item.mention() != null
                || item.serves(PhraseWords.OPENER)
                || (item.capital() && item.has(EnglishLexicon.TITLE | EnglishLexicon.DEMONYM))
                || (item.capital() && !item.has(EnglishLexicon.NOT_NAME))
                || item.has(EnglishLexicon.PERSON_NOUN)
                || (Character.isDigit(item.text().codePointAt(0)) && item.text().indexOf('-') > 0)
                || nounAhead(i);
    }

    /** "former striker Smith", "senior officials": an adjective and a name or noun for persons follow. */
    private boolean nounAhead(int i) {
        for (int k = i + 1; k < Math.min(article.size(), i + 6); k++) {
            Words item = article.item(k);
            if (!item.word()
                    || item.serves(PhraseWords.BOUND_AFTER | PhraseWords.BOUND_BEFORE | PhraseWords.PREPOSITION)) {
                return false;
            }
            if ((item.mention() != null && item.mention().type() == EntityType.PER)
                    || item.has(EnglishLexicon.PERSON_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** "one of his ministers, Michael Gove": a name between commas after the phrase. */
    private @Nullable Source apposition(int first, int comma, int end) {
        if (comma + 1 >= end || !article.item(comma).comma()) {
            return null;
        }
        int i = comma + 1;
        while (i < end && i < comma + 8 && article.item(i).word()) {
            i++;
        }
        boolean closed = i >= end || article.item(i).comma() || article.item(i).terminal();
        return closed && phrases.isBareName(comma + 1, i) ? phrases.phrase(first, i) : null;
    }

    private Source joined(int first, int end, int limit) {
        int i = end;
        if (i + 1 < limit && article.item(i).is("and")) {
            Mention other = article.item(i + 1).mention();
            if (other != null && other.type() == EntityType.PER) {
                int stop = i + 1;
                while (stop < limit && Objects.equals(article.item(stop).mention(), other)) {
                    stop++;
                }
                return phrases.phrase(first, stop);
            }
        }
        return phrases.phrase(first, end);
    }
}
