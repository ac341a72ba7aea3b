/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The driver commits after each record, so what one record touches is what one commit gives on. */
class TouchedStoreTest {
    @TempDir
    private Path directory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, String> times;
    private TestOutputTopic<String, Long> flushed;

    @BeforeEach
    void start() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("times", Consumed.with(Serdes.String(), Serdes.String()))
                .flatMapValues(value -> List.of(value.split(",", -1)))
                .mapValues(time -> Long.valueOf(time))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                .reduce(Math::max, TouchedStore.table("touched", Serdes.String()))
                .toStream()
                .to("flushed", Produced.with(Serdes.String(), Serdes.Long()));
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(builder.build(), properties);
        times = driver.createInputTopic("times", new StringSerializer(), new StringSerializer());
        flushed = driver.createOutputTopic("flushed", new StringDeserializer(), new LongDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldGiveATouchedKeyOnOncePerCommitWithTheGreatestTime() {
        times.pipeInput("a", "3,9,5");

        assertThat(flushed.readKeyValuesToList()).containsExactly(KeyValue.pair("a", 9L));
    }

    @Test
    void shouldGiveAKeyOnAgainWheneverItIsTouched() {
        times.pipeInput("a", "3");
        times.pipeInput("b", "1");
        times.pipeInput("a", "3");

        assertThat(flushed.readKeyValuesToList())
                .containsExactly(KeyValue.pair("a", 3L), KeyValue.pair("b", 1L), KeyValue.pair("a", 3L));
    }

    @Test
    void shouldGiveNothingOnThatWasNotTouched() {
        times.pipeInput("a", "3");
        flushed.readKeyValuesToList();

        times.pipeInput("b", "4");

        assertThat(flushed.readKeyValuesToList()).containsExactly(KeyValue.pair("b", 4L));
    }

    @Test
    void shouldHaveNoChangelog() {
        assertThat(driver.producedTopicNames()).noneMatch(topic -> topic.endsWith("-changelog"));
        times.pipeInput("a", "3");
        assertThat(driver.producedTopicNames()).containsExactly("flushed");
    }

    /** Kafka Streams closes the stores of a corrupted task and initializes the same objects again. */
    @Test
    void shouldBeOpenAgainAfterTheSecondInit() {
        StateStoreContext context = new MockProcessorContext<>().getStateStoreContext();
        StateStore store = TouchedStore.supplier("touched").get();
        store.init(context, store);
        store.close();
        assertThat(store.isOpen()).isFalse();

        store.init(context, store);

        assertThat(store.isOpen()).isTrue();
    }
}
