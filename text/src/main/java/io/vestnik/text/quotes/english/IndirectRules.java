/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;

/** Finds reported speech without marks: the clause of a cue, behind it or before it. */
final class IndirectRules {
    private final EnglishArticle article;
    private final ClauseOpening opening;

    IndirectRules(EnglishArticle article) {
        this.article = article;
        this.opening = new ClauseOpening(article);
    }

    List<FoundQuote> find(EnglishArticle.Sentence sentence, List<Cue> cues) {
        List<FoundQuote> found = new ArrayList<>();
        for (int k = 0; k < cues.size(); k++) {
            Cue cue = cues.get(k);
            if (cue.takes(SpeechWords.BARE | SpeechWords.THAT | SpeechWords.NOUN)) {
                int limit = k + 1 < cues.size() ? boundary(cue, cues.get(k + 1), sentence) : sentence.end();
                FoundQuote quote = quote(sentence, cue, limit);
                if (quote != null) {
                    found.add(quote);
                }
            }
        }
        return found;
    }

    /** Where the clause of a cue stops before the next cue: at the comma or "and" that leads to it. */
    private int boundary(Cue cue, Cue next, EnglishArticle.Sentence sentence) {
        Source source = next.source();
        int start = next.first();
        if (source != null && !next.inverted() && source.first() > cue.end()) {
            start = source.first();
        }
        int i = start - 1;
        while (i > cue.end() && article.item(i).speaks(SpeechWords.BETWEEN)) {
            i--;
        }
        Words before = article.item(i);
        boolean leads = before.comma() || before.is("and") || before.is("but") || before.is("before") || before.dash();
        return leads && i > cue.end() ? i : sentence.end();
    }

    private @Nullable FoundQuote quote(EnglishArticle.Sentence sentence, Cue cue, int limit) {
        if (cue.form() == Cue.Form.ACCORDING) {
            return according(sentence, cue);
        }
        int afterThat = opening.afterThat(cue, limit);
        if (afterThat >= 0) {
            return clause(afterThat, limit, cue, sentence, "that");
        }
        if (!cue.takes(SpeechWords.BARE) || cue.form() == Cue.Form.NOUN) {
            return null;
        }
        Source source = cue.source();
        int start = cue.inverted() ? cue.first() : source == null ? cue.first() : source.first();
        int lead = start - 1;
        if (cue.form() == Cue.Form.FINITE
                && lead > sentence.first() + 2
                && article.item(lead).comma()
                && opening.nothingFollows(cue, sentence)) {
            return clause(leading(sentence.first()), lead, cue, sentence, "before");
        }
        if (cue.inverted()) {
            return null;
        }
        int first = opening.bare(cue, limit);
        return first < 0 ? null : clause(first, limit, cue, sentence, "bare");
    }

    private int leading(int first) {
        int i = first;
        while (i < article.size()
                && (article.item(i).is("but")
                        || article.item(i).is("and")
                        || (!article.item(i).word() && article.item(i).marked() == null))) {
            i++;
        }
        return i;
    }

    private @Nullable FoundQuote according(EnglishArticle.Sentence sentence, Cue cue) {
        Source source = cue.source();
        if (source == null) {
            return null;
        }
        if (cue.first() == sentence.first()) {
            int comma = source.end();
            while (comma < sentence.end() && !article.item(comma).comma() && comma < source.end() + 6) {
                comma++;
            }
            return comma < sentence.end() && article.item(comma).comma()
                    ? clause(comma + 1, sentence.end(), cue, sentence, "according")
                    : null;
        }
        int end = cue.first();
        if (article.item(end - 1).comma()) {
            end--;
        }
        return clause(leading(sentence.first()), end, cue, sentence, "according");
    }

    private @Nullable FoundQuote clause(int first, int end, Cue cue, EnglishArticle.Sentence sentence, String rule) {
        int i = first;
        while (i < end && !article.item(i).word() && article.item(i).marked() == null) {
            i++;
        }
        int last = end - 1;
        while (last >= i
                && !article.item(last).word()
                && article.item(last).marked() == null
                && !article.item(last).is(")")
                && !article.item(last).is("%")) {
            last--;
        }
        if (last - i < 1) {
            return null;
        }
        MarkedWords whole = article.item(i).marked();
        if (whole != null && last == i) {
            return null;
        }
        // A clause that is wholly in marks is a quote of its own.
        if (whole != null && last - i < 3) {
            return null;
        }
        MarkedWords tail = article.item(last).marked();
        int begin = article.item(i).begin();
        int stop = tail != null ? tail.close() : article.item(last).fullEnd();
        return new FoundQuote(begin, stop, QuoteKind.INDIRECT, List.<Span>of(), cue, sentence, false, rule);
    }
}
