/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Keeps what a {@link Tail} reads, together with how far that was. Called by the thread of the tail alone. */
public interface TailSink {
    /** Offsets to go on from; a partition that is not among them is read from its beginning. */
    Map<TopicPartition, Long> positions();

    /**
     * Takes the next records. It is called at least every few hundred milliseconds, with no records when there are none.
     *
     * @param records in the order of each partition; they may have been taken before, when positions were not kept
     * @param positions offsets behind them, of all partitions
     */
    void take(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> positions);

    /**
     * When it was last told to be {@link #whole}, as it stands with {@link #positions}; long ago when it does not know. Only
     * asked of one that reads compacted topics.
     */
    default Instant wholeAt() {
        return Instant.EPOCH;
    }

    /** Hears that it holds all that its topics held at a time, so that it has missed nothing that was gone before that. */
    default void whole(Instant time) {}

    /** Forgets all that it has taken, and its positions: it will be given the topics from their beginning. */
    void clear();
}
