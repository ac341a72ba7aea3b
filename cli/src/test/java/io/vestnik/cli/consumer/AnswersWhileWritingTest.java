/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.consumer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.consumer.query.ActiveStores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever asks a store does not stop the task that writes it, nor the other way round (KAFKA-19629 was both). */
class AnswersWhileWritingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String IN = "in";
    private static final String STORE = "store";
    private static final int PARTITIONS = 2;
    private static final int KEYS = 50;
    private static final int RECORDS = 60_000;
    private static final int READERS = 4;

    @TempDir
    Path data;

    @Test
    void shouldAnswerWhileTheTaskWritesAndLetItWriteOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0, Map.of())) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(IN, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
            Topology topology = topology();
            KafkaStreams streams = new KafkaStreams(topology, properties(broker.bootstrapServers()));
            try {
                streams.start();
                ActiveStores stores = new ActiveStores(streams, topology.describe());
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> stores.ask(STORE, store -> store.get("0")).size() == PARTITIONS);
                AtomicBoolean written = new AtomicBoolean();
                ExecutorService readers = Executors.newFixedThreadPool(READERS, AnswersWhileWritingTest::daemon);
                List<Future<Long>> questions = new ArrayList<>();
                for (int reader = 0; reader < READERS; reader++) {
                    questions.add(readers.submit(() -> ask(stores, written)));
                }
                write(broker.bootstrapServers());
                await("all is written").atMost(PATIENCE).until(() -> last(stores)
                        .equals(Integer.toString(RECORDS - 1)));
                written.set(true);
                for (Future<Long> asked : questions) {
                    assertThat(asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .as("questions")
                            .isGreaterThan(100);
                }
                readers.shutdown();
            } finally {
                // A thread that waits for ever does not end, however long one waits for it.
                streams.close(Duration.ofSeconds(20));
            }
        }
    }

    /** Puts questions of both kinds until all is written; tells how many. */
    private static long ask(ActiveStores stores, AtomicBoolean written) {
        long questions = 0;
        while (!written.get()) {
            String key = Long.toString(questions++ % KEYS);
            assertThat(stores.<String, String>ask(STORE, store -> store.get(key)))
                    .hasSize(PARTITIONS);
            stores.<String, Integer>ask(STORE, store -> {
                int rows = 0;
                try (KeyValueIterator<String, String> range = store.range(key, null)) {
                    for (; range.hasNext(); rows++) {
                        KeyValue<String, String> row = range.next();
                        assertThat(row.value).isNotNull();
                    }
                }
                return rows;
            });
        }
        return questions;
    }

    private static String last(ActiveStores stores) {
        return stores
                .<String, String>ask(STORE, store -> store.get(Integer.toString((RECORDS - 1) % KEYS)))
                .values()
                .stream()
                .filter(value -> value != null)
                .findFirst()
                .orElse("");
    }

    private static void write(String bootstrap) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int record = 0; record < RECORDS; record++) {
                sent.add(producer.send(
                        new ProducerRecord<>(IN, Integer.toString(record % KEYS), Integer.toString(record))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static Topology topology() {
        Topology topology = new Topology();
        topology.addSource(
                        "read", Serdes.String().deserializer(), Serdes.String().deserializer(), IN)
                .addProcessor("write", Writer::new, "read")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String()),
                        "write");
        return topology;
    }

    private Properties properties(String bootstrap) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "answers");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, data.resolve("state").toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        return properties;
    }

    private static Thread daemon(Runnable reader) {
        Thread thread = new Thread(reader, "reader");
        // A reader that waits for ever does not keep the tests from ending.
        thread.setDaemon(true);
        return thread;
    }

    private static final class Writer extends ContextualProcessor<String, String, Void, Void> {
        private KeyValueStore<String, String> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, String> record) {
            store.put(record.key(), record.value());
        }
    }
}
