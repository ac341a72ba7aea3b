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
}
