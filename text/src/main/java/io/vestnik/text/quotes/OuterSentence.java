/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

/**
 * A sentence of the reporter, in which words in quotation marks are single items.
 *
 * @param index place among the sentences of the article
 * @param items the items, at least one
 * @param firstOfParagraph true when it begins a line
 * @param lastOfParagraph true when it ends a line
 */
record OuterSentence(int index, List<Item> items, boolean firstOfParagraph, boolean lastOfParagraph) {
    int size() {
        return items.size();
    }

    Item item(int at) {
        return items.get(at);
    }

    int begin() {
        return items.get(0).begin();
    }

    int end() {
        return items.get(items.size() - 1).end();
    }

    /** The place of the item that begins at a code point; -1 when none does. */
    int itemAt(int offset) {
        int at = itemAround(offset);
        return at >= 0 && items.get(at).begin() == offset ? at : -1;
    }

    /** The place of the item that holds a code point or is the last before it; -1 when none is. */
    int itemAround(int offset) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).begin() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
