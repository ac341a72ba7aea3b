/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

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
}
