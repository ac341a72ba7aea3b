/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.utterances.Alignment.Bond;

/**
 * Cuts a turn into the stretches that other quotes are aligned to. Stretches that overlap by at least half of the
 * shorter one are one; stretches that only meet or touch are two. Reported speech, which may sum up several statements,
 * joins no stretches: it goes to the one that it overlaps most, and only where there is none it makes one.
 */
final class TurnSpans {
    /**
     * A stretch with the quotes that chose it.
     *
     * @param from first word of the turn
     * @param to one past the last word
     * @param by the quotes that are aligned to it and of the same speaker, or contest it
     */
    record Span(int from, int to, List<Wording> by) {
        private int overlap(Span other) {
            return Math.min(to, other.to) - Math.max(from, other.from);
        }

        private boolean isOne(Span other) {
            int shared = overlap(other);
            return shared > 0 && shared * 2 >= Math.min(to - from, other.to - other.from);
        }
    }

    private TurnSpans() {}

    /** The stretches of a turn in their order; empty when nothing that is not a turn is aligned to it. */
    static List<Span> of(Wording turn) {
        List<Span> spoken = new ArrayList<>();
        List<Span> reported = new ArrayList<>();
        for (Map.Entry<Wording, Alignment> link : turn.links.entrySet()) {
            Wording other = link.getKey();
            Span span = new Span(link.getValue().begin(turn), link.getValue().end(turn), List.of(other));
            if (other.isIndirect()) {
                if (other.nearest() == turn) {
                    reported.add(span);
                }
            } else if (!other.isTurn()) {
                spoken.add(span);
            }
        }
        List<Span> spans = joined(spoken);
        TreeMap<Integer, List<Wording>> added = new TreeMap<>();
        List<Span> alone = new ArrayList<>();
        for (Span span : reported) {
            int nearest = nearest(spans, span);
            if (nearest < 0) {
                alone.add(span);
            } else {
                added.computeIfAbsent(nearest, i -> new ArrayList<>()).addAll(span.by);
            }
        }
        added.forEach((at, by) -> {
            List<Wording> all = new ArrayList<>(spans.get(at).by);
            all.addAll(by);
            spans.set(at, new Span(spans.get(at).from, spans.get(at).to, all));
        });
        spans.addAll(joined(alone));
        spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
        return spans;
    }

    private static int nearest(List<Span> spans, Span span) {
        int nearest = -1;
        for (int i = 0; i < spans.size(); i++) {
            boolean more = nearest < 0
                    || spans.get(i).overlap(span) > spans.get(nearest).overlap(span);
            if (spans.get(i).isOne(span) && more) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<Span> joined(List<Span> single) {
        UnionFind joined = new UnionFind(single.size());
        for (int i = 0; i < single.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (single.get(i).isOne(single.get(j))) {
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
        return spans;
    }

    /** Whether a quote that chose a stretch of a turn is of the turn's speaker. */
    static boolean isSame(Wording turn, Wording by) {
        @Nullable Alignment alignment = turn.links.get(by);
        return alignment != null && alignment.bond() == Bond.SAME;
    }
}
