/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left to do on a topic of the application's own, between whose steps it is asked. */
class QuiescenceTest {
    @TempDir
    private static Path data;

    private static EmbeddedBroker broker;
    private static int tests;

    private final String group = "app" + tests++;
    private final TopicPartition partition = new TopicPartition(group + "-loop-repartition", 0);
    private Admin admin;
    private KafkaProducer<String, String> producer;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void makeTopic() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(settings);
        admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                .all()
                .get();
        Map<String, Object> own = new TreeMap<>(settings);
        own.put("transactional.id", group);
        producer = new KafkaProducer<>(own, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
    }

    @AfterEach
    void close() {
        producer.close();
        admin.close();
    }

    /** Writes a record, and the marker of its transaction behind it. */
    private void write(boolean commit) throws Exception {
        producer.beginTransaction();
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(partition.topic(), "go on"));
        producer.flush();
        assertThat(sent.get().topic()).isEqualTo(partition.topic());
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private void commit(long offset) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private void deleteUpTo(long offset) throws Exception {
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    private Quiescence quiescence() {
        return new Quiescence(broker.bootstrapServers(), Map.of(group, List.of()));
    }

    private Set<String> lag() throws Exception {
        try (Quiescence quiescence = quiescence()) {
            return quiescence.lag().keySet();
        }
    }

    @Test
    void shouldSeeWhatIsLeftAndThatMarkersAndAbortedRecordsAreNot() throws Exception {
        write(true);
        assertThat(lag()).containsExactly(group + " " + partition);

        commit(1);
        assertThat(lag()).as("a marker").isEmpty();

        write(false);
        assertThat(lag()).as("a record that was taken back").isEmpty();

        write(true);
        assertThat(lag()).containsExactly(group + " " + partition);
    }

    @Test
    void shouldSeeWhatStandsBehindWhatWasDeleted() throws Exception {
        write(true);
        write(true);
        write(true);
        commit(1);
        deleteUpTo(4);
        assertThat(lag()).as("the record at 4").containsExactly(group + " " + partition);

        commit(1);
        deleteUpTo(6);
        assertThat(lag()).as("nothing").isEmpty();
    }

    /** The application takes its steps one by one, and deletes what it has done, in the midst of a look. */
    @Test
    void shouldNotTakeWhatIsDoneAndDeletedMeanwhileForNothingToDo() throws Exception {
        write(true);
        commit(0);
        Step step = new Step();
        try (Quiescence quiescence = new Quiescence(broker.bootstrapServers(), Map.of(group, List.of()), step)) {
            assertThat(quiescence.lag()).containsOnlyKeys(group + " " + partition);
            assertThat(step.taken).isTrue();
            assertThat(quiescence.lag()).as("the step after that").containsOnlyKeys(group + " " + partition);
        }
    }

    /** Asked for between the ends and the look into the gap: there the application goes on. */
    private final class Step extends TreeMap<TopicPartition, Long> {
        private static final long serialVersionUID = 1L;

        private boolean taken;

        Step() {
            super(Offsets.ORDER);
        }

        @Override
        public Long getOrDefault(Object which, Long end) {
            if (!taken) {
                taken = true;
                try {
                    write(true);
                    commit(2);
                    deleteUpTo(2);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            return end;
        }
    }
}
