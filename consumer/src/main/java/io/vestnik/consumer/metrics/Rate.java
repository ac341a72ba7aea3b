/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** How many a second, over the last minute; since the start, when that is not so long ago. */
final class Rate {
    private static final int SECONDS = 60;

    private final LongSupplier nanos;
    private final long start;
    /** One more than a minute has, as the present second is not over. */
    private final long[] counts = new long[SECONDS + 1];

    private long second;

    /** Of a clock in nanoseconds. */
    Rate(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    synchronized void add(long number) {
        move();
        counts[(int) (second % counts.length)] += number;
    }

    synchronized double perSecond() {
        move();
        double seconds = Math.max(1, Math.min(SECONDS, (nanos.getAsLong() - start) / 1e9));
        return Arrays.stream(counts).sum() / seconds;
    }

    private void move() {
        long now = (nanos.getAsLong() - start) / 1_000_000_000L;
        if (now - second >= counts.length) {
            Arrays.fill(counts, 0);
            second = now;
        }
        while (second < now) {
            second++;
            counts[(int) (second % counts.length)] = 0;
        }
    }
}
