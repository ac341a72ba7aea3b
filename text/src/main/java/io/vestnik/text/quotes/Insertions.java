/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Attributions that are put into the reported clause, before or after it: «по словам X», «как сообщил X». */
final class Insertions {
    /** Words of «при этом», «кроме того», «в свою очередь», «в то же время», «таким образом», «с другой стороны». */
    private static final Set<String> LEADS = Set.of(
            "этом",
            "этого",
            "того",
            "том",
            "тем",
            "тому",
            "свою",
            "очередь",
            "то",
            "время",
            "частности",
            "словом",
            "таким",
            "образом",
            "одной",
            "другой",
            "стороны",
            "менее");

    /** Adverbs that belong to the clause, not to what joins it: «Сейчас, по словам X, …». */
    private static final Set<String> CIRCUMSTANCES = Set.of(
            "сейчас", "теперь", "сегодня", "завтра", "вчера", "пока", "прежде", "здесь", "там", "раньше", "сначала",
            "потом", "скоро", "вскоре", "везде", "всегда", "уже", "вряд", "обычно", "часто");

    /** «видели, как X заметил дым»: what was perceived, no attribution. */
    private static final Set<String> PERCEPTION = Set.of(
            "слышать",
            "услышать",
            "подслушать",
            "видеть",
            "увидеть",
            "наблюдать",
            "смотреть",
            "помнить",
            "вспомнить",
            "рассказать",
            "рассказывать",
            "снять",
            "заснять");

    /** What «как» answers to: «до того, как», «перед тем, как», «с тех пор, как», «так же, как». */
    private static final Set<String> CORRELATES = Set.of("того", "тем", "пор", "так", "же", "такой", "такие");

    /** «кроме того, как сообщил X», «более того, …»: there it answers to nothing. */
    private static final Set<String> JOINING = Set.of("кроме", "более", "помимо", "сверх");

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

    /** The comma after «как сказал X»; -1 when the cue is no such insertion. */
    static int commaAfter(OuterSentence sentence, Cue cue) {
        Source source = cue.source();
        if (cue.verb() == null || !cue.verb().parenthetic() || source == null || how(sentence, cue) < 0) {
            return -1;
        }
        int comma = Math.max(cue.last(), source.standsIn(sentence) ? source.last() : -1) + 1;
        return comma < sentence.size() && sentence.item(comma).comma() ? comma : -1;
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
        if (how < 2 || !sentence.item(how - 1).comma()) {
            return false;
        }
        Item before = sentence.item(how - 2);
        if (how > 2 && JOINING.contains(sentence.item(how - 3).folded())) {
            return false;
        }
        return CORRELATES.contains(before.folded()) || before.hasLemma(PERCEPTION);
    }

    /** «Карты, полагает X, содержат …»: the attribution stands between the parts of what is reported. */
    static boolean interrupts(OuterSentence sentence, Cue cue) {
        Source source = cue.source();
        if (source == null || !source.standsIn(sentence) || source.first() <= cue.last() || cue.first() < 2) {
            return false;
        }
        int comma = source.last() + 1;
        boolean between = sentence.item(cue.first() - 1).comma()
                && comma + 2 < sentence.size()
                && sentence.item(comma).comma();
        if (!between) {
            return false;
        }
        Item next = sentence.item(comma + 1);
        boolean attached = next.has(PartOfSpeech.GERUND)
                || next.has(PartOfSpeech.PARTICIPLE)
                || next.has(PartOfSpeech.CONJUNCTION)
                || ReportedClause.relative(sentence, comma + 1)
                || Clauses.subordinate(sentence, comma + 1);
        return !attached
                && InnerWords.of(sentence.items().subList(comma + 1, sentence.size()))
                        .clause();
    }

    private static boolean inSource(Cue cue, int at) {
        Source source = cue.source();
        return source != null && source.standsIn(cue.sentence()) && source.first() <= at && at <= source.last();
    }

    /** The clause around an insertion that begins at {@code from}; it goes on to {@code end} at most. */
    static @Nullable Found inserted(OuterSentence sentence, Cue cue, int from, int end, String rule) {
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
        if (sentence.item(from).capitalized() && unparted(sentence, last + 1)) {
            return ReportedClause.content(sentence, cue, afterGenitives(sentence, last + 1), end, rule);
        }
        if (from >= 2
                && sentence.item(from - 1).comma()
                && sentence.item(from - 2).hasLemma("который")) {
            return ReportedClause.content(sentence, cue, from - 2, relativeEnd(sentence, after + 1), rule);
        }
        int begin = sentence.item(from).capitalized() ? from : clauseBegin(sentence, from);
        boolean before = begin < from - 1 && !lead(sentence, begin, from);
        boolean behind = after + 1 < sentence.size() && !sentence.item(after).terminal();
        if (before && behind) {
            Found left = ReportedClause.content(sentence, cue, begin, from, rule);
            Found right = ReportedClause.content(sentence, cue, after + 1, end, rule);
            if (left == null || right == null) {
                return null;
            }
            List<Span> parts = List.of(new Span(left.begin(), left.end()), new Span(right.begin(), right.end()));
            return new Found(left.begin(), right.end(), QuoteKind.INDIRECT, parts, cue, source, false, rule);
        }
        if (behind) {
            return ReportedClause.content(sentence, cue, after + 1, end, rule);
        }
        return before ? ReportedClause.content(sentence, cue, begin, from, rule) : null;
    }

    /** «По мнению экспертов рубль вырастет»: no comma parts the insertion from the clause. */
    private static boolean unparted(OuterSentence sentence, int from) {
        boolean verb = false;
        for (int i = from; i < sentence.size() && !sentence.item(i).boundary(); i++) {
            Item item = sentence.item(i);
            verb |= item.has(PartOfSpeech.VERB) && !item.has(PartOfSpeech.NOUN) && !item.tagged("INF");
        }
        return verb && !ReportedClause.relative(sentence, from);
    }

    /** «Как сказано на сайте проекта Симонов ставит оперу»: what is left of the insertion. */
    private static int afterGenitives(OuterSentence sentence, int from) {
        int i = from;
        while (i + 1 < sentence.size()
                && sentence.item(i).mention() == null
                && sentence.item(i).has(PartOfSpeech.NOUN, Case.GENITIVE)
                && !sentence.item(i).has(PartOfSpeech.NOUN, Case.NOMINATIVE)) {
            i++;
        }
        return i;
    }

    /** «завод, который, по словам X, закрыт, стоит …»: the relative clause ends where the main one goes on with its verb. */
    private static int relativeEnd(OuterSentence sentence, int from) {
        for (int i = from; i + 1 < sentence.size(); i++) {
            Item next = sentence.item(i + 1);
            if (sentence.item(i).comma() && next.has(PartOfSpeech.VERB) && !next.tagged("INF")) {
                return i;
            }
        }
        return sentence.size();
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
            if (CIRCUMSTANCES.contains(item.folded())) {
                return false;
            }
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
