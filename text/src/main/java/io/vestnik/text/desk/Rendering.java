/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Comparator;

/**
 * A member of an utterance in the making: a quote, or a stretch of a turn.
 *
 * @param node the quote
 * @param from first word
 * @param to one past the last word
 * @param part true for a stretch of a turn that other quotes chose
 */
record Rendering(QuoteNode node, int from, int to, boolean part) {
    /** A transcript before a report, then the longest, then canonical order. */
    static final Comparator<Rendering> BEST_SOURCE = Comparator.comparing(
                    (Rendering rendering) -> rendering.node.isTurn() ? 0 : 1)
            .thenComparing(Comparator.comparingInt(Rendering::size).reversed())
            .thenComparing(Rendering::node)
            .thenComparingInt(Rendering::from);

    /** By (firstObservedAt of the quote, article, place). */
    static final Comparator<Rendering> CANONICAL = Comparator.comparingLong(
                    (Rendering rendering) -> rendering.node.observedAt())
            .thenComparing(rendering -> rendering.node.article.articleId())
            .thenComparingInt(Rendering::begin)
            .thenComparing(Rendering::node);

    static Rendering whole(QuoteNode node) {
        return new Rendering(node, 0, node.words.size(), false);
    }

    int size() {
        return to - from;
    }

    int begin() {
        return part ? node.words.begin(from) : node.quote.begin();
    }

    int end() {
        return part ? node.words.end(to) : node.quote.end();
    }

    String text() {
        return part ? node.words.text(from, to) : node.words.text();
    }
}
