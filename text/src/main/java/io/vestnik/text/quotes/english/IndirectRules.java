/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.names.english.EnglishLexicon;

/** Finds reported speech without marks, and its clause. */
final class IndirectRules {
    private final EnglishArticle article;

    IndirectRules(EnglishArticle article) {
        this.article = article;
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
        int that = that(cue, limit);
        if (that >= 0) {
            return clause(that + 1, limit, cue, sentence, "that");
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
                && ends(cue, sentence)) {
            return clause(leading(sentence.first()), lead, cue, sentence, "before");
        }
        if (cue.inverted()) {
            return null;
        }
        int first = bareStart(cue, limit);
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

    /** Whether nothing but the setting follows the cue: "said on Friday." */
    private boolean ends(Cue cue, EnglishArticle.Sentence sentence) {
        int i = cue.inverted() && cue.source() != null ? cue.source().end() : cue.end();
        if (i >= sentence.end()) {
            return true;
        }
        Words next = article.item(i);
        return next.terminal()
                || next.comma()
                || next.is("in")
                || next.is("on")
                || next.is("at")
                || next.is("during")
                || next.is("after")
                || next.serves(PhraseWords.OCCASION)
                || next.is("last")
                || next.is("ahead")
                || next.is("reporters")
                || next.is("late")
                || next.is("as")
                || !cue.takes(SpeechWords.BARE);
    }

    private int that(Cue cue, int limit) {
        for (int i = cue.end(); i < Math.min(limit, cue.end() + 14); i++) {
            Words item = article.item(i);
            if (item.is("that")) {
                boolean demonstrative = i + 1 < limit && article.item(i + 1).serves(PhraseWords.AUXILIARY);
                return demonstrative ? -1 : i;
            }
            if (item.marked() != null
                    || item.terminal()
                    || item.is(":")
                    || item.comma()
                    || (item.serves(PhraseWords.CLAUSE)
                            && i == cue.end()
                            && cue.takes(SpeechWords.BARE)
                            && !item.is("the")
                            && !item.is("his")
                            && !item.is("her"))) {
                return -1;
            }
            if (item.serves(PhraseWords.AUXILIARY)) {
                return -1;
            }
        }
        return -1;
    }

    /** The first item of a clause without "that": after the person told and the setting. */
    private int bareStart(Cue cue, int limit) {
        int i = cue.end();
        boolean tells = article.item(cue.first()).key().startsWith("t")
                && (article.item(cue.first()).is("told")
                        || article.item(cue.first()).is("telling")
                        || article.item(cue.first()).is("tells"));
        if (tells) {
            i = object(i, limit);
        }
        while (i < limit && article.item(i).serves(PhraseWords.SETTING | PhraseWords.OCCASION)) {
            int day = -1;
            for (int k = i; k < Math.min(limit, i + 7); k++) {
                if (article.item(k).serves(PhraseWords.OCCASION)) {
                    day = k;
                    break;
                }
            }
            if (day < 0) {
                break;
            }
            i = day + 1;
        }
        if (i >= limit) {
            return -1;
        }
        Words item = article.item(i);
        boolean starts = item.serves(PhraseWords.CLAUSE)
                || item.mention() != null
                || item.capital()
                || (item.marked() != null && limit - i > 3)
                || Character.isDigit(item.text().isEmpty() ? ' ' : item.text().codePointAt(0));
        if (!starts && item.word() && !item.serves(PhraseWords.SETTING)) {
            starts = verbAhead(i, limit);
        }
        return starts && (verbAhead(i, limit) || limit - i > 5) ? i : -1;
    }

    private boolean verbAhead(int from, int limit) {
        for (int k = from + 1; k < Math.min(limit, from + 12); k++) {
            Words item = article.item(k);
            boolean past = item.has(EnglishLexicon.COMMON)
                    && item.key().length() > 4
                    && item.key().endsWith("ed");
            if (past || item.serves(PhraseWords.AUXILIARY)) {
                return true;
            }
            if (item.comma() || item.terminal()) {
                return false;
            }
        }
        return false;
    }

    /** Past whom is told: a name, a pronoun, "reporters", "the newspaper". */
    private int object(int from, int limit) {
        int i = from;
        if (i < limit && article.item(i).is("the")) {
            i++;
        }
        if (i < limit && article.item(i).mention() != null) {
            Object mention = article.item(i).mention();
            while (i < limit && article.item(i).mention() == mention) {
                i++;
            }
            return i;
        }
        while (i < limit
                && i < from + 3
                && article.item(i).word()
                && !article.item(i).serves(PhraseWords.CLAUSE | PhraseWords.AUXILIARY)
                && i > from) {
            i++;
        }
        return Math.max(i, from + 1);
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
