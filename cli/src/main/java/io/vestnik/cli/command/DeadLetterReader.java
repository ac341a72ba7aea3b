/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.schemas.serde.BadRecordException;

/** Reads the dead letters that are there now. */
final class DeadLetterReader {
    /** A dead letter and where it stands. */
    record Item(Instant writtenAt, int partition, long offset, DeadLetter letter) {}

    private static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(Item::writtenAt)
            .thenComparingInt(Item::partition)
            .thenComparingLong(Item::offset);

    private DeadLetterReader() {}

    /**
     * The newest dead letters that the filter lets pass, oldest first.
     *
     * @throws CommandFailure when the topic is not there
     * @throws org.apache.kafka.common.KafkaException when the cluster or the registry does not answer
     */
    static List<Item> read(Topic<DeadLetter> topic, Map<String, Object> settings, int limit, Predicate<Item> filter) {
        PriorityQueue<Item> newest = new PriorityQueue<>(OLDEST_FIRST);
        try (AvroSerde<DeadLetter> serde = AvroSerde.of(DeadLetter.class, settings)) {
            new RangeReader(settings)
                    .read(
                            ranges(topic.name(), settings),
                            next -> {
                                Item item = new Item(
                                        Instant.ofEpochMilli(next.timestamp()),
                                        next.partition(),
                                        next.offset(),
                                        letter(serde, next));
                                if (filter.test(item)) {
                                    newest.add(item);
                                    if (newest.size() > limit) {
                                        newest.remove();
                                    }
                                }
                            },
                            () -> true);
        }
        List<Item> items = new ArrayList<>(newest);
        items.sort(OLDEST_FIRST);
        return items;
    }

    private static Map<TopicPartition, OffsetRange> ranges(String topic, Map<String, Object> settings) {
        try (Admin admin = Admin.create(settings)) {
            return Offsets.ranges(admin, List.of(topic), IsolationLevel.READ_COMMITTED);
        } catch (UnknownTopicOrPartitionException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The cluster has no topic " + topic + ". Make it with 'vestnik topics apply', or name another"
                            + " cluster or namespace.",
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** What cannot be read even here is shown as well, as what it is. */
    private static DeadLetter letter(AvroSerde<DeadLetter> serde, ConsumerRecord<byte[], byte[]> next) {
        String place = next.topic() + "-" + next.partition() + "@" + next.offset();
        byte[] value = next.value() == null ? new byte[0] : next.value();
        try {
            DeadLetter letter = serde.deserializer().deserialize(next.topic(), next.value());
            if (letter != null) {
                return letter;
            }
            return DeadLetters.of("dlq", place, null, "EMPTY", "The dead letter has no value.", value);
        } catch (BadRecordException e) {
            return DeadLetters.of(
                    "dlq",
                    place,
                    null,
                    e.reason().name(),
                    "The dead letter itself cannot be read: " + e.getMessage(),
                    value);
        }
    }
}
