/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pairs of quotation marks, collected in any order. */
final class MarkPairs {
    /**
     * Two marks and what stands between them.
     *
     * @param open first code point of the opening mark
     * @param begin one past its last
     * @param end first code point of the closing mark
     * @param close one past its last
     */
    record Pair(int open, int begin, int end, int close) {}

    private final List<Pair> pairs = new ArrayList<>();

    void add(Pair pair) {
        pairs.add(pair);
    }

    /** Orders the pairs, drops what crosses another, and counts depths. */
    List<MarkedSpan> nested() {
        pairs.sort(Comparator.comparingInt(Pair::open)
                .thenComparing(Comparator.comparingInt(Pair::close).reversed()));
        List<MarkedSpan> spans = new ArrayList<>(pairs.size());
        ArrayDeque<Pair> around = new ArrayDeque<>();
        for (Pair pair : pairs) {
            while (!around.isEmpty() && around.peek().close() <= pair.open()) {
                around.pop();
            }
            Pair outer = around.peek();
            if (outer != null && pair.close() > outer.close()) {
                continue;
            }
            spans.add(new MarkedSpan(pair.open(), pair.begin(), pair.end(), pair.close(), around.size()));
            around.push(pair);
        }
        return List.copyOf(spans);
    }
}
