/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Cuts a turn into the stretches that other quotes are aligned to. Stretches that overlap by at least half of the
 * shorter one are one; stretches that only meet or touch are two.
 */
final class TurnSpans {
    /**
     * A stretch with the quotes that chose it.
     *
     * @param from first word of the turn
     * @param to one past the last word
     * @param by the quotes
     */
    record Span(int from, int to, List<QuoteNode> by) {}

    private TurnSpans() {}

    /** The stretches of a turn in their order; empty when no quote that is not a turn is aligned to it. */
    static List<Span> of(QuoteNode turn) {
        List<Span> single = new ArrayList<>();
        for (Map.Entry<QuoteNode, Alignment> link : turn.links.entrySet()) {
            if (!link.getKey().isTurn()) {
                Alignment alignment = link.getValue();
                single.add(new Span(alignment.begin(turn), alignment.end(turn), List.of(link.getKey())));
            }
        }
        UnionFind joined = new UnionFind(single.size());
        for (int i = 0; i < single.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(single.get(i), single.get(j))) {
                    joined.union(i, j);
                }
            }
        }
        List<Span> spans = new ArrayList<>();
        for (List<Integer> group : joined.groups()) {
            spans.add(new Span(
                    group.stream().mapToInt(i -> single.get(i).from).min().orElseThrow(),
                    group.stream().mapToInt(i -> single.get(i).to).max().orElseThrow(),
                    group.stream().flatMap(i -> single.get(i).by.stream()).toList()));
        }
        spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
        return spans;
    }

    private static boolean overlap(Span a, Span b) {
        int shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
        return shared > 0 && shared * 2 >= Math.min(a.to - a.from, b.to - b.from);
    }
}
