/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.Rows;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.schemas.serde.EncodedSerde;

/**
 * The consumer's topology in a {@link TopologyTestDriver}, with a registry in memory. The driver commits after each
 * record, so that the views it has touched are written with it.
 */
public final class ConsumerDriver implements AutoCloseable {
    public static final Topics TOPICS = Topics.live();

    private final Map<String, Object> settings = new HashMap<>();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, ?>> inputs = new TreeMap<>();

    /** A driver; the registry is that of the scope, the stores are in the directory. */
    public ConsumerDriver(String scope, Path stateDir) {
        settings.put(VestnikConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        settings.put(VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://" + scope);
        settings.put(VestnikConsumerConfig.STATE_DIR_CONFIG, stateDir.toString());
        // With transactions the driver forgets what is sent before the first record of a step is processed, which is
        // when
        // a record turns out not to be readable.
        settings.put(ApplicationSettings.GUARANTEE, StreamsConfig.AT_LEAST_ONCE);
        VestnikConsumerConfig config = new VestnikConsumerConfig(settings);
        Properties properties = config.streamsProperties(new HostPort("127.0.0.1", 1));
        driver = new TopologyTestDriver(
                ConsumerTopology.build(
                        TOPICS, new TopologyConfig(new StreamsConfig(properties)), config.clientProperties()),
                properties,
                Instant.EPOCH);
    }

    /** Writes a row, or a tombstone. */
    public <V extends SpecificRecord> ConsumerDriver put(Topic<V> topic, String key, @Nullable V row) {
        return put(topic, key, row, Rows.START);
    }

    /** Writes a row, or a tombstone, of a time. */
    @SuppressWarnings("unchecked") // the input topic was made for this topic
    <V extends SpecificRecord> ConsumerDriver put(Topic<V> topic, String key, @Nullable V row, Instant time) {
        TestInputTopic<String, V> input = (TestInputTopic<String, V>) inputs.computeIfAbsent(
                topic.name(),
                name -> driver.createInputTopic(
                        name, new StringSerializer(), topic.serde(settings).serializer()));
        input.pipeInput(key, row, time);
        return this;
    }

    /** Writes bytes that need not be a row. */
    void putBytes(Topic<?> topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, Rows.START);
    }

    /** What was written to a topic since the last call, in order. */
    public <V extends SpecificRecord> List<KeyValue<String, V>> written(Topic<V> topic) {
        return output(topic, topic.serde(settings)).readKeyValuesToList();
    }

    /** The same with the times of the records. */
    <V extends SpecificRecord> List<TestRecord<String, V>> stamped(Topic<V> topic) {
        return output(topic, topic.serde(settings)).readRecordsToList();
    }

    /** The same as bytes. */
    <V extends SpecificRecord> List<Encoded<V>> encoded(Topic<V> topic) {
        return output(topic, EncodedSerde.kept(topic.valueType(), topic.serde(settings)))
                .readValuesToList();
    }

    private <V> TestOutputTopic<String, V> output(Topic<?> topic, Serde<V> values) {
        return driver.createOutputTopic(topic.name(), topic.keySerde().deserializer(), values.deserializer());
    }

    /** A store. */
    public <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** What is left of a view's topic when it is compacted, of everything written since the last call. */
    public <V extends SpecificRecord> Map<String, V> compacted(Topic<V> topic) {
        Map<String, V> rows = new TreeMap<>();
        for (KeyValue<String, V> record : written(topic)) {
            if (record.value == null) {
                rows.remove(record.key);
            } else {
                rows.put(record.key, record.value);
            }
        }
        return rows;
    }

    /** The view of an id of everything written since the last call; fails when there is none. */
    public <V extends SpecificRecord> V view(Topic<V> topic, String id) {
        return Objects.requireNonNull(compacted(topic).get(id), () -> "No view of " + id);
    }

    @Override
    public void close() {
        driver.close();
    }
}
