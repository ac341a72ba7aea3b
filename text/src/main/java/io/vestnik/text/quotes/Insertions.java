/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Attributions that are put into the reported clause, before or after it: «по словам X», «как сообщил X». */
final class Insertions {
    /** Words of «при этом», «кроме того», «в свою очередь», «вместе с тем», «в то же время». */
    private static final Set<String> LEADS = Set.of(
            "этом", "этого", "того", "том", "тем", "тому", "свою", "очередь", "то", "время", "частности", "словом");

    /** What «как» answers to: «до того, как», «перед тем, как», «с тех пор, как», «так же, как». */
    private static final Set<String> CORRELATES = Set.of("того", "тем", "пор", "так", "же", "такой", "такие");

    private Insertions() {}

    /** Position of the «как» that opens the cue's clause; -1 when there is none. */
    static int how(OuterSentence sentence, Cue cue) {
        for (int i = cue.first() - 1; i >= 0 && i >= cue.first() - 8; i--) {
            Item item = sentence.item(i);
            boolean light = item.has(PartOfSpeech.ADVERB)
                    || item.tagged("PARTICLE")
                    || inSource(cue, i)
                    || circumstance(sentence, i);
            if (!item.is("как") && !light) {
                return -1;
            }
            if (item.is("как")) {
                boolean opens = i == 0
                        || sentence.item(i - 1).boundary()
                        || sentence.item(i - 1).has(PartOfSpeech.CONJUNCTION);
                return opens && !correlated(sentence, i) ? i : -1;
            }
            if (item.boundary()) {
                return -1;
            }
        }
        return -1;
    }

    /** «как позднее сообщил X», «как в среду сообщил X» */
    private static boolean circumstance(OuterSentence sentence, int at) {
        Item item = sentence.item(at);
        return at > 0
                && (item.tagged("Comp")
                        || item.has(PartOfSpeech.PREPOSITION)
                        || sentence.item(at - 1).has(PartOfSpeech.PREPOSITION));
    }

    /** «до того, как он сказал», «так же, как пишет X»: a comparison or a time, no attribution. */
    private static boolean correlated(OuterSentence sentence, int how) {
        return how >= 2
                && sentence.item(how - 1).comma()
                && CORRELATES.contains(sentence.item(how - 2).folded());
    }

    private static boolean inSource(Cue cue, int at) {
        Source source = cue.source();
        return source != null && source.standsIn(cue.sentence()) && source.first() <= at && at <= source.last();
    }

    /** The clause around an insertion that begins at {@code from}. */
    static @Nullable Found inserted(OuterSentence sentence, Cue cue, int from, String rule) {
        Source source = cue.source();
        if (source == null) {
            return null;
        }
        if (from > 0 && sentence.item(from - 1).is("(")) {
            return null;
        }
        int last = Math.max(cue.last(), source.standsIn(sentence) ? source.last() : 0);
        int after = last + 1;
        while (after < sentence.size()
                && !sentence.item(after).comma()
                && !sentence.item(after).terminal()
                && !sentence.item(after).dash()) {
            after++;
        }
        if (after + 1 < sentence.size() && ReportedClause.relative(sentence, after + 1)) {
            after = skipRelative(sentence, after + 1);
        }
        int begin = sentence.item(from).capitalized() ? from : clauseBegin(sentence, from);
        boolean before = begin < from - 1 && !lead(sentence, begin, from);
        boolean behind = after + 1 < sentence.size() && !sentence.item(after).terminal();
        if (before && behind) {
            Found left = ReportedClause.content(sentence, cue, begin, from, rule);
            Found right = ReportedClause.content(sentence, cue, after + 1, sentence.size(), rule);
            if (left == null || right == null) {
                return null;
            }
            List<Span> parts = List.of(new Span(left.begin(), left.end()), new Span(right.begin(), right.end()));
            return new Found(left.begin(), right.end(), QuoteKind.INDIRECT, parts, cue, source, false, rule);
        }
        if (behind) {
            return ReportedClause.content(sentence, cue, after + 1, sentence.size(), rule);
        }
        return before ? ReportedClause.content(sentence, cue, begin, from, rule) : null;
    }

    private static int skipRelative(OuterSentence sentence, int at) {
        int i = at;
        while (i < sentence.size()
                && !sentence.item(i).comma()
                && !sentence.item(i).terminal()) {
            i++;
        }
        return i;
    }

    /** Where the clause begins into which something is inserted: after «что» or at the beginning of the sentence. */
    private static int clauseBegin(OuterSentence sentence, int from) {
        for (int i = from - 1; i > 0; i--) {
            if (sentence.item(i).is("что") && sentence.item(i - 1).comma()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether what stands before the insertion only leads in: «При этом, по словам X, …», «А вот, как отметил X, …». */
    private static boolean lead(OuterSentence sentence, int begin, int from) {
        for (int i = begin; i < from; i++) {
            Item item = sentence.item(i);
            boolean light = (!item.word() && !item.marked())
                    || item.has(PartOfSpeech.CONJUNCTION)
                    || item.has(PartOfSpeech.ADVERB)
                    || item.has(PartOfSpeech.PREPOSITION)
                    || item.tagged("PARENTHESIS")
                    || item.tagged("PARTICLE")
                    || LEADS.contains(item.folded());
            if (!light) {
                return false;
            }
        }
        return from - begin <= 6;
    }
}
