/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** The bounds of a reported clause. */
final class ReportedClause {
    /** A credit at the end of a sentence is not longer than this many items. */
    private static final int CREDIT = 16;

    private static final Set<String> RELAYS =
            Set.of("пишет", "пишут", "передает", "передают", "сообщает", "сообщают", "цитирует", "цитируют");

    /** Verbs of demand, by the first of their group. */
    private static final Set<String> DEMANDS = Set.of("потребовать", "попросить", "настаивать");

    private ReportedClause() {}

    static @Nullable Found content(OuterSentence sentence, Cue cue, int from, int to, String rule) {
        int first = from;
        while (first < to
                && !sentence.item(first).word()
                && !sentence.item(first).marked()
                && !number(sentence.item(first))
                && !sentence.item(first).is("(")) {
            first++;
        }
        int last = beforeCredit(sentence, first, to) - 1;
        while (last >= first
                && (sentence.item(last).terminal()
                        || sentence.item(last).comma()
                        || sentence.item(last).dash()
                        || sentence.item(last).is(";")
                        || sentence.item(last).colon())) {
            last--;
        }
        if (last < first || (last == first && sentence.item(first).marked())) {
            return null;
        }
        int begin = sentence.item(first).begin();
        return new Found(
                begin,
                sentence.item(last).end(),
                QuoteKind.INDIRECT,
                List.of(),
                cue,
                cue.source(),
                cue.source() == null,
                rule);
    }

    /** Where the credit of an outlet at the end begins: «…, пишет «Коммерсантъ»»; the end when there is none. */
    private static int beforeCredit(OuterSentence sentence, int from, int to) {
        for (int i = to - 1; i > from + 1 && i > to - CREDIT; i--) {
            Item item = sentence.item(i);
            if (RELAYS.contains(item.folded())
                    && (sentence.item(i - 1).comma() || sentence.item(i - 1).dash())) {
                return i - 1;
            }
        }
        return to;
    }

    /** Where the reported clause ends: before the next verb of speech that opens a clause of its own. */
    static int stop(OuterSentence sentence, int from, List<Cue> cues, int index) {
        int end = sentence.size();
        for (int i = index + 1; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            if (cue.first() <= from || cue.first() >= end) {
                continue;
            }
            int comma = cue.first() - 1;
            while (comma > from && joins(sentence.item(comma))) {
                comma--;
            }
            boolean gerund =
                    cue.form() == Cue.Form.GERUND && sentence.item(comma).comma();
            boolean view = cue.verb() != null && cue.verb().view();
            boolean list = cue.form() == Cue.Form.FINITE
                    && !view
                    && cue.first() - comma > 1
                    && sentence.item(comma).comma()
                    && (cue.source() == null || cue.source().first() < from);
            boolean inverted = cue.form() == Cue.Form.FINITE
                    && sentence.item(cue.first() - 1).comma()
                    && cue.source() != null
                    && cue.source().first() > cue.last()
                    && tailEnds(sentence, cue);
            if (gerund || list || inverted) {
                return comma;
            }
        }
        return end;
    }

    /** Whether nothing but the speaker, his description and circumstances follow the cue. */
    static boolean tailEnds(OuterSentence sentence, Cue cue) {
        Source source = cue.source();
        int from =
                source != null && source.standsIn(sentence) ? Math.max(cue.last(), source.last()) + 1 : cue.last() + 1;
        for (int i = from; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (item.comma() && i + 1 < sentence.size()) {
                Item next = sentence.item(i + 1);
                boolean attached = next.has(PartOfSpeech.GERUND)
                        || next.has(PartOfSpeech.PARTICIPLE)
                        || relative(sentence, i + 1)
                        || next.is("передает")
                        || next.is("сообщает")
                        || next.is("пишет")
                        || next.has(PartOfSpeech.NOUN);
                return attached;
            }
        }
        return true;
    }

    static boolean relative(OuterSentence sentence, int at) {
        return sentence.item(at).hasLemma("который")
                || (sentence.item(at).has(PartOfSpeech.PREPOSITION)
                        && at + 1 < sentence.size()
                        && sentence.item(at + 1).hasLemma("который"));
    }

    /** Whether a conjunction that opens a reported clause stands here: «что», «будто», and «чтобы» after a demand. */
    static boolean opens(OuterSentence sentence, int at, Cue cue) {
        Item item = sentence.item(at);
        boolean afterComma = sentence.item(at - 1).comma();
        if (item.is("что")) {
            return (afterComma || at == cue.last() + 1) && !correlated(sentence, at);
        }
        SpeechVerb verb = cue.verb();
        boolean demand = item.is("чтобы") && verb != null && DEMANDS.contains(verb.lemma());
        return afterComma && (demand || item.is("будто") || item.is("якобы") || item.is("мол") || item.is("дескать"));
    }

    /** «так, что …», «такой, что …»: no reported clause but a consequence. */
    static boolean correlated(OuterSentence sentence, int that) {
        if (that < 2 || !sentence.item(that - 1).comma()) {
            return false;
        }
        Item before = sentence.item(that - 2);
        return before.is("так") || before.is("настолько") || before.is("потому") || before.hasLemma("такой");
    }

    /** Whether a clause that begins here may be reported without a conjunction: «Жители говорят, воды нет». */
    static boolean mayBeBare(OuterSentence sentence, int from) {
        Item first = sentence.item(from);
        boolean joined = !first.word()
                || first.has(PartOfSpeech.CONJUNCTION)
                || first.has(PartOfSpeech.GERUND)
                || first.has(PartOfSpeech.PARTICIPLE)
                || first.has(PartOfSpeech.VERB)
                || first.tagged("PARENTHESIS")
                || relative(sentence, from)
                || Clauses.subordinate(sentence, from)
                || asks(sentence, from)
                || first.hasLemma("какой")
                || (first.has(PartOfSpeech.PREPOSITION)
                        && from + 1 < sentence.size()
                        && (asks(sentence, from + 1) || sentence.item(from + 1).hasLemma("какой")));
        if (joined) {
            return false;
        }
        for (int i = from; i < sentence.size(); i++) {
            boolean that = sentence.item(i).is("что") && sentence.item(i - 1).comma();
            if (sentence.item(i).marked() || (that && !correlated(sentence, i))) {
                return false;
            }
        }
        return true;
    }

    static boolean asks(OuterSentence sentence, int at) {
        for (int i = at; i < Math.min(sentence.size(), at + 4); i++) {
            if (sentence.item(i).is("ли")) {
                return true;
            }
        }
        return switch (sentence.item(at).folded()) {
            case "почему",
                    "кто",
                    "когда",
                    "где",
                    "как",
                    "зачем",
                    "сколько",
                    "что",
                    "куда",
                    "откуда",
                    "какой",
                    "какие",
                    "какая",
                    "каким" -> true;
            default -> false;
        };
    }

    static boolean number(Item item) {
        return (!item.folded().isEmpty()
                        && Character.isLetterOrDigit(item.folded().codePointAt(0)))
                || item.is("$")
                || item.is("№");
    }

    static boolean joins(Item item) {
        return item.is("и")
                || item.is("а")
                || item.is("но")
                || item.is("однако")
                || item.is("также")
                || item.is("при")
                || item.is("этом")
                || item.is("одновременно")
                || item.is("затем");
    }
}
