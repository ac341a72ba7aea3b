/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;

/** Tells which marked words of a sentence are quotes, and which reporting words are theirs. */
final class MarkedRules {
    private final EnglishArticle article;
    private final InnerWords inner;
    private final boolean hasDouble;

    MarkedRules(EnglishArticle article, List<MarkedWords> marks) {
        this.article = article;
        this.inner = new InnerWords(article);
        this.hasDouble = marks.stream().anyMatch(mark -> !mark.single());
    }

    /** The quotes in marks of a sentence. */
    List<FoundQuote> find(EnglishArticle.Sentence sentence, List<Cue> cues) {
        List<FoundQuote> found = new ArrayList<>();
        for (int i = sentence.first(); i < sentence.end(); i++) {
            MarkedWords marked = article.item(i).marked();
            if (marked != null) {
                FoundQuote quote = quote(sentence, i, marked, cues);
                if (quote != null) {
                    found.add(quote);
                }
            }
        }
        return found;
    }

    private @Nullable FoundQuote quote(EnglishArticle.Sentence sentence, int i, MarkedWords marked, List<Cue> cues) {
        int begin = marked.begin();
        int end = marked.end();
        while (end > begin && trims(article.text().codePointAt(end - 1))) {
            end--;
        }
        while (begin < end && trims(article.text().codePointAt(begin))) {
            begin++;
        }
        if (begin >= end) {
            return null;
        }
        boolean clause = inner.isClause(begin, end);
        Cue after = after(sentence, i, cues);
        if (after != null) {
            return found(begin, end, clause ? QuoteKind.DIRECT : QuoteKind.PARTIAL, after, sentence, "cue-after");
        }
        Cue beside = beside(sentence, i, cues);
        if (beside != null) {
            return found(begin, end, clause ? QuoteKind.DIRECT : QuoteKind.PARTIAL, beside, sentence, "cue-before");
        }
        if (alone(sentence, i)) {
            boolean long_ = end - begin > 25 || clause;
            return long_ && (!marked.single() || !hasDouble)
                    ? new FoundQuote(begin, end, QuoteKind.DIRECT, List.of(), null, sentence, true, "alone")
                    : null;
        }
        return embedded(sentence, i, marked, begin, end, cues);
    }

    private @Nullable FoundQuote embedded(
            EnglishArticle.Sentence sentence, int i, MarkedWords marked, int begin, int end, List<Cue> cues) {
        if (inner.isTitle(i, begin, end) || (marked.single() && hasDouble && end - begin < 40)) {
            return null;
        }
        Cue cue = governing(i, cues);
        if (cue == null) {
            return null;
        }
        return found(begin, end, QuoteKind.PARTIAL, cue, sentence, "embedded");
    }

    private static FoundQuote found(
            int begin, int end, QuoteKind kind, Cue cue, EnglishArticle.Sentence sentence, String rule) {
        return new FoundQuote(begin, end, kind, List.of(), cue, sentence, false, rule);
    }

    private static boolean trims(int c) {
        return c == ','
                || c == '.'
                || c == ';'
                || c == ':'
                || c == ' '
                || c == 0xA0
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c == 0x2014
                || c == 0x2013;
    }

    /** “…,” X said. “…,” said X. */
    private @Nullable Cue after(EnglishArticle.Sentence sentence, int i, List<Cue> cues) {
        int next = i + 1;
        while (next < sentence.end()
                && (article.item(next).comma() || article.item(next).dash())) {
            next++;
        }
        for (Cue cue : cues) {
            if (cue.first() <= i || cue.source() == null || cue.form() == Cue.Form.NOUN) {
                continue;
            }
            int start = cue.inverted() ? cue.first() : cue.source().first();
            if (cue.form() == Cue.Form.PARTICIPLE && start < i) {
                continue;
            }
            int gap = start - next;
            if (gap < 0 || gap > 3 || (gap > 0 && !between(next, start))) {
                return null;
            }
            boolean comma =
                    lastInk(i) == ',' || lastInk(i) == '?' || lastInk(i) == '!' || next > i + 1 || lastInk(i) == 0x2026;
            return comma || cue.inverted() || (cue.form() == Cue.Form.FINITE && cue.end() >= sentence.end() - 4)
                    ? cue
                    : null;
        }
        return null;
    }

    private boolean between(int from, int to) {
        for (int k = from; k < to; k++) {
            Words item = article.item(k);
            if (!item.speaks(SpeechWords.BETWEEN)
                    && !item.is("as")
                    && !item.is("and")
                    && !item.is("the")
                    && !item.key().endsWith("ly")) {
                return false;
            }
        }
        return true;
    }

    private int lastInk(int i) {
        MarkedWords marked = article.item(i).marked();
        return marked == null ? 0 : article.lastInk(marked);
    }

    /** X said: “…” X told the paper that “…” */
    private @Nullable Cue beside(EnglishArticle.Sentence sentence, int i, List<Cue> cues) {
        Cue cue = before(i, cues);
        if (cue == null || i == sentence.first()) {
            return null;
        }
        Words before = article.item(i - 1);
        if (before.is(":") || cue.end() == i) {
            return cue;
        }
        int distance = i - cue.end();
        return (before.is("that") || before.is(":") || before.comma() || before.dash())
                        && distance <= 12
                        && !markBetween(cue.end(), i)
                ? cue
                : null;
    }

    private boolean markBetween(int from, int to) {
        for (int k = from; k < to; k++) {
            if (article.item(k).marked() != null) {
                return true;
            }
        }
        return false;
    }

    /** The cue nearest before the item, or before its subject. */
    private static @Nullable Cue before(int i, List<Cue> cues) {
        Cue last = null;
        for (Cue cue : cues) {
            if (cue.end() <= i
                    && !(cue.inverted() && cue.source() != null && cue.source().end() > i)) {
                last = cue;
            }
        }
        return last;
    }

    private static @Nullable Cue governing(int i, List<Cue> cues) {
        Cue before = before(i, cues);
        if (before != null && before.form() != Cue.Form.ACCORDING) {
            return before;
        }
        for (Cue cue : cues) {
            if (cue.first() > i && (cue.form() == Cue.Form.ACCORDING || cue.form() == Cue.Form.FINITE)) {
                return cue;
            }
        }
        return before;
    }

    /** Whether the sentence has nothing but the marked words, or nothing else that speaks of them. */
    private boolean alone(EnglishArticle.Sentence sentence, int i) {
        for (int k = sentence.first(); k < sentence.end(); k++) {
            Words item = article.item(k);
            if (k != i && item.word()) {
                return false;
            }
        }
        return true;
    }
}
