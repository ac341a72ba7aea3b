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
    /** Words in marks without an attribution are speech only from this many words on. */
    private static final int ALONE = 4;

    /** An attribution between words in marks is not longer than this many items. */
    private static final int RESUME = 20;

    private final Article article;
    private final NounPhrases phrases;
    private final SplitFinder splits;
    private final AttributionFinder attributions;
    private final MarkedQuotes made;
    private final StandingMarks standing;
    private final Map<MarkedSpan, InnerWords> inner = new LinkedHashMap<>();
    private final Map<MarkedSpan, Found> found = new LinkedHashMap<>();

    MarkedRules(Article article, NounPhrases phrases, SplitFinder splits, AttributionFinder attributions) {
        this.article = article;
        this.phrases = phrases;
        this.splits = splits;
        this.attributions = attributions;
        this.made = new MarkedQuotes(article);
        this.standing = new StandingMarks(article, attributions, made);
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

    /** Whether the words in marks were taken as a statement of their own. */
    boolean isStatement(Item item) {
        Found one = item.mark() == null ? null : found.get(item.mark());
        return one != null && one.kind() == QuoteKind.DIRECT;
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
        if (one == null && StandingMarks.alone(sentence, at)) {
            one = standing.find(sentence, item, words, found);
        }
        if (one == null) {
            one = embedded(sentence, at, words);
        }
        return one;
    }

    private InnerWords words(Item item) {
        return inner.computeIfAbsent(
                MarkedQuotes.mark(item), mark -> InnerWords.of(article.tokens(mark.begin(), mark.end())));
    }

    // X сказал: «…»

    private @Nullable Found led(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        int before = at - 1;
        if (before >= 0 && sentence.item(before).dash()) {
            Source announced = attributions.announced(sentence, before);
            if (announced != null) {
                return made.by(sentence.item(at), kind, announced, "announced");
            }
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
            return made.by(sentence.item(at), kind, cue, "lead");
        }
        Source announced = attributions.announced(lead, before);
        if (announced != null) {
            return made.by(sentence.item(at), kind, announced, "announced");
        }
        Source named = phrases.read(
                lead,
                lead.firstOfParagraph() || before < 12 ? AttributionFinder.clauseAt(lead, before) : 0,
                before,
                Case.NOMINATIVE);
        if (named != null && named.form() == Form.NAME && words.clause()) {
            return made.by(sentence.item(at), kind, named, "name-colon");
        }
        return words.clause() && words.words() >= ALONE ? made.alone(sentence.item(at), kind, "colon") : null;
    }

    // «…», – сказал X

    private @Nullable Found followed(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        if (reported(sentence, at, words)) {
            return null;
        }
        Cue cue = attributions.attribution(sentence, at, words);
        if (cue != null) {
            return made.by(sentence.item(at), kind, cue, "follow");
        }
        int next = AttributionFinder.afterSeparator(sentence, at);
        boolean dash = next > at + 1 && sentence.item(next - 1).dash();
        if (dash && words.clause() && words.upper() && next < sentence.size()) {
            Source source = phrases.read(sentence, next, sentence.size(), Case.NOMINATIVE);
            if (source != null
                    && (source.form() == Form.NAME || source.form() == Form.PERSON)
                    && !AttributionFinder.hasVerb(sentence, next)) {
                return made.by(sentence.item(at), kind, source, "dash-name");
            }
        }
        return null;
    }

    /** «что «не ждал этого», и попросил …»: the verb before speaks for the words, not the one after. */
    private static boolean reported(OuterSentence sentence, int at, InnerWords words) {
        return !words.upper()
                && at > 1
                && sentence.item(at - 1).is("что")
                && sentence.item(at - 2).comma();
    }

    // «…», «…», «…», – сказал X

    private @Nullable Found chained(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        boolean listed = at > 1
                && (sentence.item(at - 1).comma() || sentence.item(at - 1).is(";"));
        MarkedSpan before = listed ? sentence.item(at - 2).mark() : null;
        if (resumes(sentence, at)) {
            before = lastBefore(sentence, at - 2);
        }
        Found leader = before == null ? null : found.get(before);
        if (leader != null && leader.rule().equals("follow") && resumes(sentence, at)) {
            return made.after(sentence.item(at), leader.kind(), leader, "resumes");
        }
        if (leader != null && leader.rule().equals("lead")) {
            return made.after(sentence.item(at), kind, leader, "lead");
        }
        int next = at + 1;
        while (next < sentence.size()
                && (sentence.item(next).comma()
                        || sentence.item(next).is(";")
                        || sentence.item(next).is("и"))) {
            next++;
        }
        boolean name = NamesInMarks.named(sentence, at, words) && !followsSpeech(sentence, at);
        if (next >= sentence.size() || !sentence.item(next).marked() || name) {
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
        return cue == null ? null : made.by(sentence.item(at), kind, cue, "chain");
    }

    /** «…», «…»: the words before this one in a list were spoken. */
    private boolean followsSpeech(OuterSentence sentence, int at) {
        MarkedSpan before =
                at > 1 && sentence.item(at - 1).comma() ? sentence.item(at - 2).mark() : null;
        Found one = before == null ? null : found.get(before);
        return one != null && (one.rule().equals("chain") || one.rule().equals("follow"));
    }

    /** «…», – сказал X, – «…»: after the attribution a comma and a dash lead back to the words. */
    private static boolean resumes(OuterSentence sentence, int at) {
        return at > 3 && sentence.item(at - 1).dash() && sentence.item(at - 2).comma();
    }

    private static @Nullable MarkedSpan lastBefore(OuterSentence sentence, int at) {
        for (int i = at; i >= 0 && i > at - RESUME; i--) {
            if (sentence.item(i).marked()) {
                return sentence.item(i).mark();
            }
        }
        return null;
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
                return made.after(sentence.item(at), kind, one, "dash-continues");
            }
        }
        return null;
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
        boolean whole = words.upper() || (at > 0 && Insertions.commaAfter(sentence, cue) == at - 1);
        QuoteKind kind = words.clause() && whole ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
        return made.by(sentence.item(at), kind, cue, "embedded");
    }
}
