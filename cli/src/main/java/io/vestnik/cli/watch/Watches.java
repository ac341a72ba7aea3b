/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Watch;

/** The watches of a cluster. Each partition of their topic holds all of them, as each belongs to a task of its own. */
public final class Watches {
    private final Map<String, Object> settings;
    private final Topics topics;

    /**
     * The watches of a namespace.
     *
     * @param settings of clients, the registry's address among them
     */
    public Watches(Map<String, ?> settings, Topics topics) {
        this.settings = new TreeMap<>(settings);
        this.topics = topics;
    }

    /**
     * Watches without alerts that are there before any article.
     *
     * @param expressions canonical expressions by name
     */
    public static SortedMap<String, Watch> fromTheBeginning(Map<String, String> expressions) {
        SortedMap<String, Watch> watches = new TreeMap<>();
        expressions.forEach((name, expression) -> watches.put(
                name,
                Watch.newBuilder()
                        .setName(name)
                        .setExpression(expression)
                        .setDeclaredAt(Instant.EPOCH)
                        .build()));
        return watches;
    }

    /**
     * Those that are declared now, by name.
     *
     * @throws CommandFailure when their topic is not there
     */
    public SortedMap<String, Watch> read() {
        SortedMap<String, Watch> watches = new TreeMap<>();
        try (Serde<Watch> serde = topics.watches.serde(settings)) {
            new RangeReader(settings)
                    .read(
                            ranges(),
                            next -> {
                                String name = new String(next.key(), StandardCharsets.UTF_8);
                                if (next.value() == null) {
                                    watches.remove(name);
                                } else {
                                    watches.put(name, serde.deserializer().deserialize(next.topic(), next.value()));
                                }
                            },
                            () -> true);
        }
        return watches;
    }

    /**
     * Declares or removes watches, all in one transaction.
     *
     * @param changes by name; null removes
     * @param at when; a removal has no other time than that of its record
     * @throws CommandFailure when their topic is not there, or another command declares watches at this moment
     */
    public void write(Map<String, ? extends @Nullable Watch> changes, Instant at) {
        int partitions = ranges().size();
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.namespace() + "vestnik-watches");
        try (Serde<Watch> serde = topics.watches.serde(settings);
                Producer<String, Watch> producer =
                        new KafkaProducer<>(config, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<?>> sent = new ArrayList<>();
            changes.forEach((name, watch) -> {
                for (int partition = 0; partition < partitions; partition++) {
                    ProducerRecord<String, Watch> record =
                            new ProducerRecord<>(topics.watches.name(), partition, at.toEpochMilli(), name, watch);
                    sent.add(producer.send(record));
                }
            });
            for (Future<?> future : sent) {
                future.get();
            }
            producer.commitTransaction();
        } catch (ProducerFencedException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Another command declares watches at this moment; try it again.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Map<TopicPartition, OffsetRange> ranges() {
        String topic = topics.watches.name();
        try (Admin admin = Admin.create(settings)) {
            return Offsets.ranges(admin, List.of(topic), IsolationLevel.READ_COMMITTED);
        } catch (UnknownTopicOrPartitionException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The cluster has no topic " + topic + ". Start vestnik streams of this version, which makes it, or"
                            + " make it with 'vestnik topics apply', or name another cluster or namespace.",
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
