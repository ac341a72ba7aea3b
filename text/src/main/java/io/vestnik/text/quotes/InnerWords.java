/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** What the words of a stretch are like: a clause or a name. */
record InnerWords(int words, boolean clause, boolean upper, boolean exclaims) {

    static InnerWords of(List<Item> items) {
        int words = 0;
        boolean verb = false;
        boolean upper = false;
        boolean first = true;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!item.word()) {
                continue;
            }
            words++;
            if (first) {
                upper = Character.isUpperCase(item.text().codePointAt(0));
                first = false;
            }
            verb |= item.form().predicate() || isEquation(items, i);
        }
        if (!items.isEmpty()
                && !items.get(0).word()
                && !items.get(0).folded().isEmpty()
                && Character.isDigit(items.get(0).folded().codePointAt(0))) {
            upper = true;
        }
        Item last = items.isEmpty() ? null : items.get(items.size() - 1);
        boolean exclaims = last != null && last.terminal() && !last.is(".");
        return new InnerWords(words, verb, upper, exclaims);
    }

    /** A nominal predicate: «Это катастрофа», «Ты герой», «Я – гражданин», or an infinitive as one. */
    private static boolean isEquation(List<Item> items, int at) {
        Item item = items.get(at);
        boolean subject = item.is("это")
                || item.is("я")
                || item.is("ты")
                || item.is("мы")
                || item.is("вы")
                || item.is("нет")
                || item.is("не");
        if (subject && items.size() > at + 1) {
            return true;
        }
        if (item.has(PartOfSpeech.VERB) && items.size() > 3) {
            return true;
        }
        return item.is("–")
                || (at + 1 < items.size() && items.get(at + 1).dash() && item.has(PartOfSpeech.NOUN, Case.NOMINATIVE));
    }
}
