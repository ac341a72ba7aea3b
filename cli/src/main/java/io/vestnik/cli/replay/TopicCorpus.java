/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport.Refusal;
import io.vestnik.producer.Reason;
import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.serde.BadRecordException;
import io.vestnik.schemas.serde.ValueSerdes;

/**
 * A topic of article events, or of their corrections, as a corpus: what stands in it between two offsets of each partition. It joins no group and
 * writes nothing, so that whoever else reads the topic takes no note of it.
 */
final class TopicCorpus<V extends SpecificRecord> {
    /** What a corpus begins with that is a topic. */
    static final String PREFIX = "topic:";

    /** Confluent's framing: a zero byte, and the id of the schema. */
    private static final int FRAME_BYTES = 5;

    private final String topic;
    private final Class<V> type;
    private final Function<V, String> articleId;
    private final Map<String, Object> settings;
    private final PublishListener refusals;
    private final SortedSet<Integer> schemaIds = new TreeSet<>();
    private final AtomicLong refused = new AtomicLong();

    /**
     * Prepares to read.
     *
     * @param topic full name
     * @param type of its values
     * @param articleId tells which article a value is of
     * @param settings of clients, with the addresses of the brokers and of the registry
     * @param refusals hears of records that are none
     */
    TopicCorpus(
            String topic,
            Class<V> type,
            Function<V, String> articleId,
            Map<String, Object> settings,
            PublishListener refusals) {
        this.topic = topic;
        this.type = type;
        this.articleId = articleId;
        this.settings = ReplayCluster.impatient(settings);
        this.refusals = refusals;
    }

    /** Whether the cluster has the topic. */
    boolean isThere() throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            return Offsets.get(admin.listTopics().names()).contains(topic);
        }
    }

    /** All committed records that the topic holds now, by partition. */
    SortedMap<Integer, OffsetRange> present() throws InterruptedException {
        SortedMap<Integer, OffsetRange> present = new TreeMap<>();
        try (Admin admin = Admin.create(settings)) {
            Offsets.ranges(admin, List.of(topic), IsolationLevel.READ_COMMITTED)
                    .forEach((partition, range) -> present.put(partition.partition(), range));
        } catch (UnknownTopicOrPartitionException e) {
            throw new CommandFailure(ExitCode.USAGE, "The cluster has no topic " + topic + ".", e);
        }
        return present;
    }

    /**
     * Makes sure that the topic still holds what a run was begun or made with.
     *
     * @throws CommandFailure when it does not
     */
    void check(SortedMap<Integer, OffsetRange> wanted) throws InterruptedException {
        SortedMap<Integer, OffsetRange> present = present();
        wanted.forEach((partition, range) -> {
            OffsetRange now = present.get(partition);
            if (range.from() < range.to() && (now == null || now.from() > range.from() || now.to() < range.to())) {
                throw expired(partition, range, now, null);
            }
        });
    }

    private CommandFailure expired(
            int partition, OffsetRange range, @Nullable OffsetRange now, @Nullable Throwable cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "The run needs offsets " + range.from() + " to " + range.to() + " of " + topic + "-" + partition
                        + (now == null
                                ? ", which is not there any more"
                                : ", which now holds " + now.from() + " to " + now.to())
                        + ": the offsets have expired, or the topic was made anew. The run cannot be made from it again;"
                        + " begin another one.",
                cause);
    }

    /**
     * Reads what stands there.
     *
     * @param ranges by partition
     * @param events is given each event
     * @param listener hears how far it has come, and may end it
     * @throws CommandFailure when records have expired meanwhile
     */
    void read(SortedMap<Integer, OffsetRange> ranges, Consumer<V> events, ReplayListener listener) {
        Map<TopicPartition, OffsetRange> wanted = new HashMap<>();
        ranges.forEach((partition, range) -> wanted.put(new TopicPartition(topic, partition), range));
        listener.phase(
                "read",
                ranges.values().stream()
                        .mapToLong(range -> range.to() - range.from())
                        .sum());
        AtomicLong read = new AtomicLong();
        try (Serde<V> serde = ValueSerdes.create(type, settings)) {
            new RangeReader(settings)
                    .read(
                            wanted,
                            next -> {
                                V event = event(next, serde.deserializer());
                                if (event != null) {
                                    events.accept(event);
                                }
                                listener.done(read.incrementAndGet());
                            },
                            () -> !listener.isStopped());
        } catch (OffsetOutOfRangeException e) {
            TopicPartition partition = e.partitions().iterator().next();
            throw expired(partition.partition(), wanted.getOrDefault(partition, new OffsetRange(0, 0)), null, e);
        }
    }

    /** Records that were refused so far. */
    long refused() {
        return refused.get();
    }

    /** Ids of the schemas that the records read so far were written with. */
    SortedSet<Integer> schemaIds() {
        return schemaIds;
    }

    private @Nullable V event(ConsumerRecord<byte[], byte[]> next, Deserializer<V> deserializer) {
        byte[] value = next.value();
        if (value == null && ErasureMark.isOn(next.headers())) {
            // No event of the article is left.
            return null;
        }
        if (value == null) {
            return refuse(next, Reason.EMPTY, "The record has no value; a retraction is an article event too.");
        }
        V event;
        try {
            event = deserializer.deserialize(topic, value);
        } catch (BadRecordException e) {
            return refuse(next, Reason.UNREADABLE, e.getMessage());
        }
        try (StringDeserializer keys = new StringDeserializer()) {
            String key = keys.deserialize(topic, next.key());
            if (!articleId.apply(event).equals(key)) {
                return refuse(
                        next,
                        Reason.BAD_FIELD,
                        "The key is " + key + ", and the event is of article " + articleId.apply(event) + ".");
            }
        }
        schemaIds.add(ByteBuffer.wrap(value, 1, FRAME_BYTES - 1).getInt());
        return event;
    }

    private @Nullable V refuse(ConsumerRecord<byte[], byte[]> next, Reason reason, @Nullable String message) {
        refused.incrementAndGet();
        refusals.refused(
                new Refusal(topic + "-" + next.partition() + "@" + next.offset(), reason, String.valueOf(message)));
        return null;
    }
}
