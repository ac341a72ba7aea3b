/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.core.ConditionTimeoutException;

import io.vestnik.schemas.Topics;
import io.vestnik.systemtests.chaos.guarantee.LogRecord;
import io.vestnik.systemtests.chaos.guarantee.Observed;

import static org.awaitility.Awaitility.await;

/** Reads all that a run has left on the brokers: its topics, and the internal ones of its applications. */
final class LogReader {
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);
    private static final Set<TransactionState> ENDED =
            Set.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT);

    private final Admin admin;
    private final Map<String, Object> settings;
    private final Topics topics;
    private final List<String> applicationIds;

    LogReader(Admin admin, Map<String, Object> settings, Topics topics, List<String> applicationIds) {
        this.admin = admin;
        this.settings = settings;
        this.topics = topics;
        this.applicationIds = applicationIds;
    }

    /** Names of all topics of the run. */
    Set<String> topics() throws InterruptedException, ExecutionException {
        Set<String> names = new TreeSet<>(admin.listTopics().names().get());
        names.removeIf(name -> !name.startsWith(topics.namespace())
                && applicationIds.stream().noneMatch(id -> name.startsWith(id + "-")));
        return names;
    }

    /**
     * Reads everything, with what is still open after a time in which the broker ends what nobody else does.
     *
     * @param patience that time
     */
    Observed read(IsolationLevel isolation, Duration patience) throws InterruptedException, ExecutionException {
        try {
            await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(() -> open().isEmpty());
        } catch (ConditionTimeoutException stillOpen) {
            // It is told of below.
        }
        return new Observed(topics, records(ends(topics(), isolation), isolation), open());
    }

    private List<String> open() throws InterruptedException, ExecutionException {
        List<String> open = new ArrayList<>();
        for (TransactionListing transaction : admin.listTransactions().all().get()) {
            String id = transaction.transactionalId();
            if (applicationIds.stream().anyMatch(application -> id.startsWith(application + "-"))
                    && !ENDED.contains(transaction.state())) {
                open.add("transaction " + id + " is " + transaction.state());
            }
        }
        Set<String> names = topics();
        SortedMap<TopicPartition, Long> ends = ends(names, IsolationLevel.READ_UNCOMMITTED);
        ends(names, IsolationLevel.READ_COMMITTED).forEach((partition, stable) -> {
            if (stable < ends.get(partition)) {
                open.add(partition + " ends at " + ends.get(partition) + ", readers of what is committed wait at "
                        + stable);
            }
        });
        admin.describeProducers(ends.keySet())
                .all()
                .get()
                .forEach((partition, state) -> state.activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .forEach(producer -> open.add(partition + " has an open transaction of " + producer)));
        return open;
    }

    private SortedMap<TopicPartition, Long> ends(Set<String> names, IsolationLevel isolation)
            throws InterruptedException, ExecutionException {
        SortedMap<TopicPartition, OffsetSpec> asked = new TreeMap<>(ORDER);
        admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(partition -> asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        SortedMap<TopicPartition, Long> ends = new TreeMap<>(ORDER);
        admin.listOffsets(asked, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<String, List<LogRecord>> records(SortedMap<TopicPartition, Long> ends, IsolationLevel isolation) {
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        SortedMap<String, List<LogRecord>> records = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            List<TopicPartition> left = new ArrayList<>(ends.keySet());
            while (!left.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    records.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                            .add(new LogRecord(
                                    record.partition(),
                                    record.offset(),
                                    new String(record.key(), StandardCharsets.UTF_8),
                                    record.value()));
                }
                left.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
        records.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(LogRecord::partition).thenComparingLong(LogRecord::offset)));
        return records;
    }
}
