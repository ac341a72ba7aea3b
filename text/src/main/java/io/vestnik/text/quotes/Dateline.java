/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/** The place, the day and the agency that open a report: «Москва. 4 февраля. INTERFAX.RU – …». */
final class Dateline {
    /** A dateline is not longer than this many items. */
    private static final int DATELINE = 14;

    private Dateline() {}

    /** Where the sentence proper begins: after «Москва. 4 февраля. INTERFAX.RU –». */
    static int end(OuterSentence sentence) {
        int capitals = 0;
        for (int i = 0; i < Math.min(DATELINE, sentence.size()); i++) {
            Item item = sentence.item(i);
            if (item.dash()) {
                return capitals > 0 && i > 0 ? afterDate(sentence, i + 1) : 0;
            }
            boolean month =
                    item.word() && i > 0 && !sentence.item(i - 1).word() && ReportedClause.number(sentence.item(i - 1));
            if ((item.word() && !item.capitalized() && !month) || item.marked()) {
                return 0;
            }
            capitals += item.capitalized() ? 1 : 0;
        }
        return 0;
    }

    /** «ЛУГА - 3 июля. …»: the date may follow the dash. */
    private static int afterDate(OuterSentence sentence, int at) {
        boolean date = at + 3 < sentence.size()
                && ReportedClause.number(sentence.item(at))
                && !sentence.item(at).word()
                && sentence.item(at + 1).word()
                && sentence.item(at + 2).is(".")
                && sentence.item(at + 3).begin() > sentence.item(at + 2).end();
        return date ? at + 3 : at;
    }
}
