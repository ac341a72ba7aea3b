/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Comparator;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;

/**
 * A name in a text.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param type kind of what is named
 */
public record NamedSpan(int begin, int end, EntityType type) implements Comparable<NamedSpan> {
    private static final Comparator<NamedSpan> IN_TEXT = Comparator.comparingInt(NamedSpan::begin)
            .thenComparingInt(NamedSpan::end)
            .thenComparing(NamedSpan::type);

    /** The span of a mention that the analysis found. */
    public static NamedSpan of(Mention mention) {
        return new NamedSpan(mention.begin(), mention.end(), mention.type());
    }

    /** In the order of the text, the shorter first. */
    @Override
    public int compareTo(NamedSpan other) {
        return IN_TEXT.compare(this, other);
    }

    /** How many code points both have. */
    int overlap(NamedSpan other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(begin, other.begin));
    }
}
