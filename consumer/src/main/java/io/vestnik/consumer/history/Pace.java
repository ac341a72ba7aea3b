/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How fast events follow each other: as fast as they are worked through, or so many times as fast as they came. */
public final class Pace {
    /** As fast as can be. */
    public static final Pace UNLIMITED = new Pace(0);

    private static final long TURN_MILLIS = 200;

    private final double times;
    private long begin;
    private long first = Long.MIN_VALUE;

    private Pace(double times) {
        this.times = times;
    }

    /**
     * A pace.
     *
     * @param times how many times as fast as the events came; above 0
     */
    public static Pace times(double times) {
        if (!(times > 0) || Double.isInfinite(times)) {
            throw new IllegalArgumentException("not a pace: " + times);
        }
        return new Pace(times);
    }

    /**
     * Waits until an event is due. The first one is due at once.
     *
     * @param time time of the event, milliseconds since the epoch
     * @param stopped asked now and then; when it says true there is no waiting on
     * @throws InterruptedException when the thread is interrupted
     */
    public void await(long time, BooleanSupplier stopped) throws InterruptedException {
        if (times == 0) {
            return;
        }
        if (first == Long.MIN_VALUE) {
            first = time;
            begin = System.nanoTime();
        }
        long due = begin + (long) ((time - first) / times * TimeUnit.MILLISECONDS.toNanos(1));
        for (long left = due - System.nanoTime(); left > 0 && !stopped.getAsBoolean(); left = due - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS)));
        }
    }
}
