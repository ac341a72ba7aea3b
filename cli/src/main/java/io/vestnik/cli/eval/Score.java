/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A measure and its figures as they are published. Shares have four decimals, counts have none.
 *
 * @param name what was measured, as {@code strict.PER}
 * @param figures by name, in the order in which they are shown
 */
public record Score(String name, Map<String, BigDecimal> figures) {
    /** Decimals of a share. */
    public static final int DECIMALS = 4;

    public Score {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A measure without figures yet. */
    public Score(String name) {
        this(name, Map.of());
    }

    /**
     * Adds a share, rounded by its exact binary value, a tie to the even digit: 0.00005 as a double is above the tie and
     * rounds up, 0.03125 is one and rounds down.
     */
    public Score withShare(String figure, double share) {
        return with(figure, new BigDecimal(share).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Adds a count. */
    public Score withCount(String figure, long count) {
        return with(figure, BigDecimal.valueOf(count));
    }

    private Score with(String figure, BigDecimal value) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(figures);
        more.put(figure, value);
        return new Score(name, more);
    }
}
