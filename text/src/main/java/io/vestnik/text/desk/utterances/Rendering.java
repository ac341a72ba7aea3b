/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Comparator;

/**
 * A member of an utterance in the making: a quote, or a stretch of a turn.
 *
 * @param node the quote
 * @param from first word
 * @param to one past the last word
 * @param part true for a stretch of a turn that other quotes chose
 * @param begin first code point in the article
 * @param end one past the last code point
 */
record Rendering(QuoteNode node, int from, int to, boolean part, int begin, int end) {
    /** A transcript before a report, then the longest, then canonical order; reported speech is no source. */
    static final Comparator<Rendering> BEST_SOURCE = Comparator.comparingInt(Rendering::rank)
            .thenComparing(Comparator.comparingInt(Rendering::size).reversed())
            .thenComparing(Rendering::node)
            .thenComparingInt(Rendering::from);

    /** By (firstObservedAt of the quote, article, place). */
    static final Comparator<Rendering> CANONICAL = Comparator.comparingLong(
                    (Rendering rendering) -> rendering.node.observedAt())
            .thenComparing(rendering -> rendering.node.article.articleId())
            .thenComparingInt(Rendering::begin)
            .thenComparing(Rendering::node);

    private int rank() {
        return switch (node.quote.kind()) {
            case TURN -> 0;
            case DIRECT, PARTIAL -> 1;
            case INDIRECT -> 2;
        };
    }

    int size() {
        return to - from;
    }
}
