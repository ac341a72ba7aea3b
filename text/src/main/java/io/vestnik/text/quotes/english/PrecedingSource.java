/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.names.english.EnglishLexicon;

/** Reads the phrase that names a speaker before a verb of speech, appositions and relative clauses passed over. */
final class PrecedingSource {
    private static final int MAX_ASIDE = 40;

    private final EnglishArticle article;
    private final SourcePhrases phrases;

    PrecedingSource(EnglishArticle article, SourcePhrases phrases) {
        this.article = article;
        this.phrases = phrases;
    }

    /** The subject that ends before the item; null when there is none in the sentence. */
    @Nullable Source before(int sentence, int verb) {
        int j = verb - 1;
        while (j >= sentence && between(article.item(j))) {
            j--;
        }
        return endingAt(sentence, j, 0);
    }

    private static boolean between(Words item) {
        return item.word()
                && item.mention() == null
                && (item.speaks(SpeechWords.BETWEEN)
                        || (item.key().length() > 4 && item.key().endsWith("ly") && !item.capital()));
    }

    private @Nullable Source endingAt(int sentence, int last, int tried) {
        if (last < sentence || tried > 4) {
            return null;
        }
        Words item = article.item(last);
        if (item.is("who") || item.is("which")) {
            int j = last - 1;
            if (j >= sentence && article.item(j).comma()) {
                j--;
            }
            return endingAt(sentence, j, tried + 1);
        }
        if (item.is(")")) {
            int open = back(sentence, last, "(");
            return open < 0 ? null : endingAt(sentence, open - 1, tried + 1);
        }
        if (item.dash()) {
            int open = backDash(sentence, last);
            return open < 0 ? null : endingAt(sentence, open - 1, tried + 1);
        }
        if (item.comma()) {
            return beforeAside(sentence, last);
        }
        if (!item.word()
                || item.is("and")
                || item.is("not")
                || (item.serves(PhraseWords.BOUND_BEFORE) && item.mention() == null)) {
            return null;
        }
        if (item.serves(PhraseWords.PRONOUN) && !item.is("one")) {
            return new Source(last, last + 1, Source.Form.PRONOUN, List.of());
        }
        return phrases.phrase(start(sentence, last), last + 1);
    }

    /** "X, a man of 60, said": the comma closes an aside; the speaker stands in it or before it. */
    private @Nullable Source beforeAside(int sentence, int comma) {
        int close = comma;
        for (int tried = 0; tried < 4; tried++) {
            int open = back(sentence, close, ",");
            if (open < 0) {
                return tried == 0 ? whole(sentence, close) : null;
            }
            if (tried == 0 && phrases.isBareName(open + 1, close)) {
                return phrases.phrase(open + 1, close);
            }
            Words before = article.item(open - 1);
            if (before.mention() != null && before.mention().type() == EntityType.PER && !before.possessive()) {
                return phrases.phrase(start(sentence, open - 1), open);
            }
            int past = open - 1;
            if (before.is(")")) {
                past = back(sentence, open - 1, "(") - 1;
                if (past >= sentence && article.item(past).mention() != null) {
                    return phrases.phrase(start(sentence, past), past + 1);
                }
            }
            if (back(sentence, open, ",") < 0) {
                return before.word() && !before.speaks(SpeechWords.BETWEEN)
                        ? phrases.phrase(start(sentence, open - 1), open)
                        : null;
            }
            close = open;
        }
        return null;
    }

    /** The words up to a lone comma, if they name somebody: "Mary Jones, said". */
    private @Nullable Source whole(int sentence, int comma) {
        Words before = comma > sentence ? article.item(comma - 1) : null;
        return before != null && before.mention() != null && before.mention().type() == EntityType.PER
                ? phrases.phrase(start(sentence, comma - 1), comma)
                : null;
    }

    private int back(int sentence, int from, String key) {
        for (int i = from - 1; i > sentence && from - i < MAX_ASIDE; i--) {
            if (article.item(i).is(key)) {
                return i;
            }
        }
        return -1;
    }

    private int backDash(int sentence, int from) {
        for (int i = from - 1; i > sentence && from - i < MAX_ASIDE; i--) {
            if (article.item(i).dash()) {
                return i;
            }
        }
        return -1;
    }

    /** The beginning of the noun phrase that ends with the item. */
    private int start(int sentence, int last) {
        int first = last;
        while (first > sentence && last - first < SourcePhrases.MAX_LENGTH) {
            Words item = article.item(first - 1);
            boolean sameName = item.mention() != null
                    && Objects.equals(item.mention(), article.item(first).mention());
            if (!sameName
                    && (!inside(item, first) || (item.serves(PhraseWords.BOUND_BEFORE) && item.mention() == null))) {
                break;
            }
            first--;
        }
        while (first < last
                && article.item(first).serves(PhraseWords.ADJUNCT)
                && article.item(first).mention() == null) {
            int next = first + 1;
            while (next < last && !opens(article.item(next), article.item(next - 1))) {
                next++;
            }
            if (next >= last && !opens(article.item(last), article.item(last - 1))) {
                first++;
                break;
            }
            first = next;
        }
        return first;
    }

    private static boolean opens(Words item, Words before) {
        if (item.serves(PhraseWords.ARTICLE)) {
            return !before.serves(PhraseWords.PREPOSITION);
        }
        return item.mention() != null
                && !Objects.equals(item.mention(), before.mention())
                && !before.serves(PhraseWords.PREPOSITION);
    }

    private boolean inside(Words item, int next) {
        if (item.is("and") || item.is("&")) {
            Words after = article.item(next);
            Words before = next >= 2 ? article.item(next - 2) : null;
            return before != null
                    && before.word()
                    && before.capital() == after.capital()
                    && (before.mention() == null) == (after.mention() == null)
                    && !before.speaks(SpeechWords.VERB);
        }
        if (item.is("(") || item.is(")")) {
            return item.is(")");
        }
        if (!item.word()) {
            return item.is("’") || item.is("'") || item.is("/") || item.is("(");
        }
        return item.mention() != null || !item.speaks(SpeechWords.VERB) || item.has(EnglishLexicon.PERSON_NOUN);
    }
}
