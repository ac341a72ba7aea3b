/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The topic of updates, for reading: committed records only, in the order of their partitions. */
interface UpdateLog extends AutoCloseable {
    /**
     * What the log holds now.
     *
     * @param begin the first record of each partition
     * @param end behind the last committed record of each partition; of the same topic as the begin
     */
    record Bounds(OffsetVector begin, OffsetVector end) {}

    /** A place in the log that is before its begin, behind its end, or in a topic that is gone. */
    final class OutOfRangeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfRangeException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Asks what it holds.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not tell
     */
    Bounds bounds();

    /** Reads on from a vector that has all partitions. Whoever asks for it closes it; for one thread. */
    Cursor read(OffsetVector from);

    @Override
    void close();

    /** A reader of the log. */
    interface Cursor extends AutoCloseable {
        /**
         * The next records, each partition's in their order; empty when none came in time.
         *
         * @throws OutOfRangeException when the log does not hold the place any more
         */
        List<Update> poll(Duration atMost);

        /** Behind what was given; also behind what is no record, so it may be further than the last one. */
        OffsetVector position();

        @Override
        void close();
    }
}
