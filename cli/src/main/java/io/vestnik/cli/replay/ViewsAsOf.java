/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.StoreReader;
import io.vestnik.consumer.topology.ConsumerTopology;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/** The consumer's views over tables as they were known at one time, by the consumer's own topology. */
public final class ViewsAsOf implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final LocalQueryStore store;

    /**
     * Computes the views.
     *
     * @param state directory for what does not fit into memory
     */
    public ViewsAsOf(TablesAsOf tables, Path state) {
        Topics topics = Topics.live();
        VestnikConsumerConfig config = new VestnikConsumerConfig(Map.of(
                VestnikConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:1",
                VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG,
                "mock://" + state.toAbsolutePath(),
                VestnikConsumerConfig.STATE_DIR_CONFIG,
                state.toString()));
        Properties properties = config.streamsProperties(new HostPort("127.0.0.1", 1));
        this.driver = new TopologyTestDriver(
                ConsumerTopology.build(
                        topics, new TopologyConfig(new StreamsConfig(properties)), config.clientProperties()),
                properties,
                Instant.EPOCH);
        this.store = new LocalQueryStore(new DriverStores());
        // The driver commits after each record. No view is made without its coverage, utterance or placement, so when
        // these come last each is made once.
        for (Topic<?> table : List.of(
                topics.coverageMembers,
                topics.entities,
                topics.utteranceMembers,
                topics.analyses,
                topics.coverage,
                topics.utterances,
                topics.placements)) {
            put(table, tables, config.clientProperties());
        }
    }

    private <V extends SpecificRecord> void put(Topic<V> table, TablesAsOf tables, Map<String, Object> settings) {
        try (Serde<V> serde = table.serde(settings)) {
            TestInputTopic<String, V> input =
                    driver.createInputTopic(table.name(), new StringSerializer(), serde.serializer());
            tables.rows(table).forEach((key, row) -> input.pipeInput(key, row, Instant.EPOCH));
        }
    }

    /** Answers for the views. */
    public QueryStore store() {
        return store;
    }

    @Override
    public void close() {
        driver.close();
    }

    /** The driver has one task of each kind, so a store is in one partition. */
    private final class DriverStores implements StoreReader {
        @Override
        public <V, R extends @Nullable Object> Map<Integer, R> ask(
                String name, Function<ReadOnlyKeyValueStore<String, V>, R> question) {
            Map<Integer, R> answers = new TreeMap<>();
            answers.put(0, question.apply(driver.getKeyValueStore(name)));
            return answers;
        }
    }
}
