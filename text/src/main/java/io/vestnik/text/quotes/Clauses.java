/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Where the clauses of a sentence begin, and which of them depend on another. */
final class Clauses {
    /** A clause is followed back over at most this many items. */
    static final int REACH = 40;

    /** A remark in brackets is not longer than this many items. */
    private static final int BRACKETS = 8;

    private Clauses() {}

    /** Where the clause of a position begins; a short remark in brackets is no clause. */
    static int begin(OuterSentence sentence, int at) {
        int begin = at;
        while (begin > 0 && begin > at - REACH) {
            Item item = sentence.item(begin - 1);
            int open = item.is(")") ? opening(sentence, begin - 1) : -1;
            if (open >= 0) {
                begin = open;
            } else if (item.boundary()) {
                break;
            } else {
                begin--;
            }
        }
        return begin;
    }

    /** Where a short remark in brackets begins, which is no clause: «Центр (ЦУП) сообщил»; -1 when it is a long one. */
    private static int opening(OuterSentence sentence, int close) {
        for (int i = close - 1; i >= 0 && i > close - BRACKETS; i--) {
            if (sentence.item(i).is("(")) {
                return i;
            }
        }
        return -1;
    }

    /** Where a short remark in brackets ends; its beginning when it is a long one. */
    static int closing(OuterSentence sentence, int open, int end) {
        for (int i = open + 1; i < end && i < open + BRACKETS; i++) {
            if (sentence.item(i).is(")")) {
                return i;
            }
        }
        return open;
    }

    /** Whether a clause has a pronoun for its subject that goes back to the clause before: «который …». */
    static boolean relative(Item first) {
        return first.hasLemma("который") || first.hasLemma("кто") || first.hasLemma("чей");
    }

    /** «в котором …», «о чьей …» */
    static boolean relativeAfterPreposition(OuterSentence sentence, int begin) {
        return sentence.item(begin).has(PartOfSpeech.PREPOSITION)
                && begin + 1 < sentence.size()
                && relative(sentence.item(begin + 1));
    }

    /** Whether a stretch between commas is a clause of its own: «который …», «что …», «когда …». */
    static boolean subordinate(OuterSentence sentence, int begin) {
        Item item = sentence.item(begin);
        if (item.hasLemma("который") || item.hasLemma("кто") || item.hasLemma("что") || item.hasLemma("чей")) {
            return true;
        }
        if (item.has(PartOfSpeech.PREPOSITION) && begin + 1 < sentence.size()) {
            return sentence.item(begin + 1).hasLemma("который");
        }
        return switch (item.folded()) {
            case "где", "когда", "чтобы", "если", "хотя", "поскольку", "как", "куда", "откуда", "пока", "ведь" -> true;
            default -> false;
        };
    }
}
