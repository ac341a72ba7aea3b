/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

/** The stretches that some quotes take, asked by offset. */
final class Covered {
    private final List<Found> spans;

    /**
     * Takes the stretches.
     *
     * @param spans in the order of the text, not overlapping
     */
    Covered(List<Found> spans) {
        this.spans = List.copyOf(spans);
    }

    /** Whether one of the stretches shares a code point with this one. */
    boolean touches(int begin, int end) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Found span = spans.get(middle);
            if (end <= span.begin()) {
                high = middle - 1;
            } else if (begin >= span.end()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the stretches holds a code point. */
    boolean holds(int offset) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Found span = spans.get(middle);
            if (offset < span.begin()) {
                high = middle - 1;
            } else if (offset >= span.end()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
