/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.config;

import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.schemas.serde.SerdeSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VestnikStreamsConfigTest {
    private static final VestnikStreamsConfig DEFAULTS = new VestnikStreamsConfig(Map.of());

    @ParameterizedTest
    @CsvSource({
        "application.id, vestnik-streams",
        "vestnik.namespace, ''",
        "vestnik.partitions, 0",
        "replication.factor, -1",
        "state.dir, data/streams",
        "state.store, rocksdb",
        "num.stream.threads, 2",
        "num.standby.replicas, 1",
        "processing.guarantee, exactly_once_v2",
        "commit.interval.ms, 100",
        "statestore.cache.max.bytes, 16777216",
        "coverage.counters, 500000",
        "watch.scan.articles, 1000",
        "desk.window.ms, 604800000",
        "desk.story.span.ms, 1209600000",
        "desk.disorder.ms, 604800000",
        "desk.retention.ms, 7776000000",
        "session.timeout.ms, 6000",
        "transaction.timeout.ms, 10000",
        "article.max.bytes, 2097152",
        "future.tolerance.ms, 600000",
        "shutdown.timeout.ms, 30000",
        "vestnik.value.serde, io.vestnik.schemas.serde.AvroSerde",
    })
    void shouldHaveTheDefault(String name, String value) {
        assertThat(DEFAULTS.values().get(name)).hasToString(value);
    }

    @Test
    void shouldHaveDefaultAddressesOnThisMachine() {
        assertThat(DEFAULTS.getList("bootstrap.servers")).isEqualTo(List.of("localhost:9092"));
        assertThat(DEFAULTS.getList("schema.registry.url")).isEqualTo(List.of("http://localhost:8081"));
    }

    @Test
    void shouldTestEveryDefault() {
        assertThat(VestnikStreamsConfig.definition().names())
                .as("a new setting needs a line above")
                .hasSize(25 + SerdeSettings.definition().names().size() - 1);
    }

    @Test
    void shouldDocumentEverySetting() {
        assertThat(VestnikStreamsConfig.definition().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "processing.guarantee, maybe_once",
        "vestnik.namespace, no-dot-at-the-end",
        "num.stream.threads, 0",
        "article.max.bytes, 0",
        "commit.interval.ms, 10000",
        "desk.window.ms, 0",
        "desk.story.span.ms, 1000",
        "desk.disorder.ms, -2",
        "num.standby.replica, 1",
    })
    void shouldRefuse(String name, String value) {
        assertThatThrownBy(() -> new VestnikStreamsConfig(Map.of(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name.equals("commit.interval.ms") ? "transaction.timeout.ms" : name);
    }

    @Test
    void shouldGiveKafkaStreamsWhatItNeeds() {
        Properties properties = StreamsProperties.of(DEFAULTS);

        assertThat(properties)
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("commit.interval.ms", 100L)
                .containsEntry("consumer.session.timeout.ms", 6000)
                .containsEntry("producer.transaction.timeout.ms", 10000)
                .containsEntry("producer.compression.type", "lz4")
                .containsEntry("producer.linger.ms", 100L)
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("topic.retention.ms", "-1")
                .containsEntry("topic.segment.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("topic.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("vestnik.namespace", "");
        assertThat(new StreamsConfig(properties).getInt("num.standby.replicas")).isEqualTo(1);
    }

    @Test
    void shouldPassOnSettingsOfKafkaStreamsAndLetThemWin() {
        Properties properties = StreamsProperties.of(new VestnikStreamsConfig(
                Map.of("kafka.consumer.session.timeout.ms", "9000", "kafka.rack.aware.assignment.tags", "")));

        assertThat(properties)
                .containsEntry("consumer.session.timeout.ms", "9000")
                .containsEntry("rack.aware.assignment.tags", "");
    }

    @Test
    void shouldHandTheSettingsOfTheRegistryToTheSerdes() {
        Properties properties = StreamsProperties.of(new VestnikStreamsConfig(
                Map.of("schema.registry.url", "http://a:1,http://b:2", "basic.auth.user.info", "me:secret")));

        assertThat(properties)
                .containsEntry("schema.registry.url", "http://a:1,http://b:2")
                .containsEntry("basic.auth.user.info", "me:secret");
    }
}
