/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.time.Duration;

/**
 * Bounds of live updates.
 *
 * @param windowUpdates newest updates kept in memory, for all readers
 * @param windowBytes their size at most, roughly
 * @param readers readers at a time
 * @param catchUps readers at a time for which the log is read
 * @param heartbeat time between signs of life
 */
public record EventSettings(int windowUpdates, long windowBytes, int readers, int catchUps, Duration heartbeat) {
    /** Readers that may wait until the log can be read for them, for each that it is read for. */
    static final int WAITING = 16;

    /** A reader that takes nothing is cut off after so many signs of life. */
    private static final int STALLED_HEARTBEATS = 3;

    /** After such a time without taking a byte a reader is cut off. */
    Duration stall() {
        return heartbeat.multipliedBy(STALLED_HEARTBEATS);
    }
}
