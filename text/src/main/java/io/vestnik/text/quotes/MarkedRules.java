/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** Tells which words in quotation marks are speech, and finds their attribution. */
final class MarkedRules {
    /** Words in marks that stand alone are speech only from this many words on. */
    private static final int ALONE = 4;

    private final Article article;
    private final NounPhrases phrases;
    private final SplitFinder splits;
    private final AttributionFinder attributions;
    private final Map<MarkedSpan, InnerWords> inner = new LinkedHashMap<>();
    private final Map<MarkedSpan, Found> found = new LinkedHashMap<>();

    MarkedRules(Article article, NounPhrases phrases, SplitFinder splits, AttributionFinder attributions) {
        this.article = article;
        this.phrases = phrases;
        this.splits = splits;
        this.attributions = attributions;
    }

    /** The spoken words in marks of one sentence; sentences are to be asked in their order. */
    List<Found> find(OuterSentence sentence) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            MarkedSpan mark = sentence.item(i).mark();
            if (mark == null || mark.begin() >= mark.end()) {
                continue;
            }
            Found one = decide(sentence, i, mark);
            if (one != null) {
                found.put(mark, one);
                all.add(one);
            }
        }
        return all;
    }

    /** Whether the words in marks were taken as speech. */
    boolean isSpeech(Item item) {
        return item.mark() != null && found.containsKey(item.mark());
    }

    private @Nullable Found decide(OuterSentence sentence, int at, MarkedSpan mark) {
        Item item = sentence.item(at);
        InnerWords words = words(item);
        if (words.words() == 0) {
            return null;
        }
        QuoteKind kind = words.clause() ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
        List<Item> tokens = article.tokens(mark.begin(), mark.end());
        if (words.words() > ALONE) {
            Found split = splits.find(new OuterSentence(sentence.index(), tokens, false, false), kind, true);
            if (split != null) {
                return split;
            }
        }
        Found one = led(sentence, at, words, kind);
        if (one == null) {
            one = followed(sentence, at, words, kind);
        }
        if (one == null) {
            one = chained(sentence, at, words, kind);
        }
        if (one == null && words.clause() && words.upper() && words.words() >= ALONE && alone(sentence, at)) {
            one = standing(sentence, item);
        }
        if (one == null) {
            one = embedded(sentence, at, words);
        }
        return one;
    }

    private InnerWords words(Item item) {
        return inner.computeIfAbsent(mark(item), mark -> InnerWords.of(article.tokens(mark.begin(), mark.end())));
    }

    // X сказал: «…»

    private @Nullable Found led(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        int before = at - 1;
        if (before >= 0 && sentence.item(before).dash()) {
            before--;
        }
        OuterSentence lead = sentence;
        if (before < 0 && sentence.index() > 0) {
            lead = article.sentences().get(sentence.index() - 1);
            before = lead.size() - 1;
            if (!sentence.firstOfParagraph() && !lead.item(before).colon()) {
                return null;
            }
        }
        if (before < 0 || !lead.item(before).colon()) {
            return null;
        }
        Cue cue = attributions.lastBefore(lead, before);
        if (cue != null) {
            return found(sentence.item(at), kind, cue, "lead");
        }
        Source named = phrases.read(
                lead,
                lead.firstOfParagraph() || before < 12 ? AttributionFinder.clauseAt(lead, before) : 0,
                before,
                Case.NOMINATIVE);
        if (named != null && named.form() == Form.NAME && words.clause()) {
            return found(sentence.item(at), kind, named, "name-colon");
        }
        return words.clause() && words.words() >= ALONE ? unattributed(sentence.item(at), kind) : null;
    }

    // «…», – сказал X

    private @Nullable Found followed(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        Cue cue = attributions.attribution(sentence, at, words);
        if (cue != null) {
            return found(sentence.item(at), kind, cue, "follow");
        }
        int next = AttributionFinder.afterSeparator(sentence, at);
        boolean dash = next > at + 1 && sentence.item(next - 1).dash();
        if (dash && words.clause() && words.upper() && next < sentence.size()) {
            Source source = phrases.read(sentence, next, sentence.size(), Case.NOMINATIVE);
            if (source != null
                    && (source.form() == Form.NAME || source.form() == Form.PERSON)
                    && !AttributionFinder.hasVerb(sentence, next)) {
                return found(sentence.item(at), kind, source, "dash-name");
            }
        }
        return null;
    }

    // «…», «…», «…», – сказал X

    private @Nullable Found chained(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        boolean listed = at > 1
                && (sentence.item(at - 1).comma() || sentence.item(at - 1).is(";"));
        MarkedSpan before = listed ? sentence.item(at - 2).mark() : null;
        Found leader = before == null ? null : found.get(before);
        if (leader != null && leader.rule().equals("lead")) {
            return continued(sentence.item(at), kind, leader, "lead");
        }
        int next = at + 1;
        while (next < sentence.size()
                && (sentence.item(next).comma()
                        || sentence.item(next).is(";")
                        || sentence.item(next).is("и"))) {
            next++;
        }
        if (next >= sentence.size() || !sentence.item(next).marked() || NamesInMarks.named(sentence, at, words)) {
            return dashContinues(sentence, at, kind);
        }
        int last = next;
        while (last + 1 < sentence.size()
                && (sentence.item(last + 1).marked()
                        || sentence.item(last + 1).comma()
                        || sentence.item(last + 1).is(";"))) {
            last++;
        }
        while (last > next && !sentence.item(last).marked()) {
            last--;
        }
        Cue cue = at == 0
                        || sentence.item(at - 1).comma()
                        || found.containsKey(sentence.item(Math.max(0, at - 1)).mark())
                ? attributions.attribution(sentence, last, words(sentence.item(last)))
                : null;
        return cue == null ? null : found(sentence.item(at), kind, cue, "chain");
    }

    /** «…», – сказал X. – «…»: the words go on in marks of their own. */
    private @Nullable Found dashContinues(OuterSentence sentence, int at, QuoteKind kind) {
        boolean opens = at == 1 && sentence.item(0).dash() && sentence.index() > 0;
        if (!opens) {
            return null;
        }
        OuterSentence before = article.sentences().get(sentence.index() - 1);
        for (Item item : before.items()) {
            Found one = item.mark() == null ? null : found.get(item.mark());
            if (one != null) {
                return continued(sentence.item(at), kind, one, "dash-continues");
            }
        }
        return null;
    }

    // «…». alone in its sentence

    private static boolean alone(OuterSentence sentence, int at) {
        for (int i = 0; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (i != at && !item.terminal() && !item.dash() && !item.marked() && !item.comma()) {
                return false;
            }
        }
        return true;
    }

    private Found standing(OuterSentence sentence, Item item) {
        int index = sentence.index();
        if (index + 1 < article.sentences().size()) {
            Source source = attributions.ownLine(article.sentences().get(index + 1));
            if (source != null && sentence.lastOfParagraph()) {
                return found(item, QuoteKind.DIRECT, source, "own-line");
            }
        }
        if (index > 0) {
            OuterSentence before = article.sentences().get(index - 1);
            for (Item other : before.items()) {
                Found one = other.mark() == null ? null : found.get(other.mark());
                if (one != null && one.kind() == QuoteKind.DIRECT) {
                    return continued(item, QuoteKind.DIRECT, one, "continues");
                }
            }
            Cue cue = attributions.lastDirect(before);
            if (cue != null && cue.source() != null) {
                return found(item, QuoteKind.DIRECT, cue, "sentence-before");
            }
        }
        return unattributed(item, QuoteKind.DIRECT);
    }

    // X добавил, что отношения «…»

    private @Nullable Found embedded(OuterSentence sentence, int at, InnerWords words) {
        if (NamesInMarks.named(sentence, at, words)) {
            return null;
        }
        Cue cue = attributions.governing(sentence, at, words);
        if (cue == null) {
            return null;
        }
        QuoteKind kind = words.clause() && words.upper() ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
        return found(sentence.item(at), kind, cue, "embedded");
    }

    private Found found(Item item, QuoteKind kind, Cue cue, String rule) {
        MarkedSpan mark = mark(item);
        Found one = Found.of(mark.begin(), article.endOfWords(mark), kind, cue, rule);
        boolean anonymous = cue.source() == null && cue.form() == Cue.Form.IMPERSONAL && !rule.equals("embedded");
        return anonymous ? new Found(one.begin(), one.end(), kind, List.of(), cue, null, true, rule) : one;
    }

    private Found found(Item item, QuoteKind kind, Source source, String rule) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), article.endOfWords(mark), kind, List.of(), null, source, false, rule);
    }

    private Found continued(Item item, QuoteKind kind, Found other, String rule) {
        MarkedSpan mark = mark(item);
        boolean open = other.source() == null && other.continues();
        int end = article.endOfWords(mark);
        return new Found(mark.begin(), end, kind, List.of(), null, other.source(), open, rule);
    }

    private Found unattributed(Item item, QuoteKind kind) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), article.endOfWords(mark), kind, List.of(), null, null, false, "alone");
    }

    private static MarkedSpan mark(Item item) {
        MarkedSpan mark = item.mark();
        if (mark == null) {
            throw new IllegalArgumentException("not in quotation marks: " + item);
        }
        return mark;
    }
}
