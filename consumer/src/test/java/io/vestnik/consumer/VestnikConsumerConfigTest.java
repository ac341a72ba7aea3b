/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VestnikConsumerConfigTest {
    private static final HostPort HERE = new HostPort("127.0.0.1", 8085);

    private static VestnikConsumerConfig config(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "localhost:9092");
        settings.put("schema.registry.url", "http://localhost:8081");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new VestnikConsumerConfig(settings);
    }

    @Test
    void shouldHaveTheDocumentedDefaults() {
        Map<String, Object> values = new HashMap<>(config().values());
        assertThat(values)
                .containsOnlyKeys(VestnikConsumerConfig.definition().names())
                .containsEntry("application.id", "vestnik-consumer")
                .containsEntry("vestnik.namespace", "")
                .containsEntry("num.stream.threads", 1)
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("commit.interval.ms", 100L)
                .containsEntry("session.timeout.ms", 6_000)
                .containsEntry("transaction.timeout.ms", 10_000)
                .containsEntry("replication.factor", -1)
                .containsEntry("vestnik.partitions", 0)
                .containsEntry("close.timeout.ms", 20_000L)
                .containsEntry("query.listen", "127.0.0.1:8085")
                .containsEntry("query.token.file", "")
                .containsEntry("query.cors.origins", List.of())
                .containsEntry("query.advertised", "")
                .containsEntry("query.peer.timeout.ms", 2_000L)
                .containsEntry("events.window.updates", 10_000)
                .containsEntry("events.window.bytes", 16L * 1024 * 1024)
                .containsEntry("events.readers", 1_000)
                .containsEntry("events.catch.ups", 2)
                .containsEntry("events.heartbeat.ms", 10_000L);
        assertThat(config().getString("state.dir")).isEqualTo("data/consumer");
    }

    @Test
    void shouldDocumentEverySetting() {
        VestnikConsumerConfig.definition()
                .configKeys()
                .forEach((name, key) -> assertThat(key.documentation).as(name).endsWith("."));
    }

    @Test
    void shouldGiveKafkaStreamsSettingsThatItTakes() {
        Properties properties = config().streamsProperties(HERE);
        StreamsConfig streams = new StreamsConfig(properties);

        assertThat(streams.getString("application.server")).isEqualTo("127.0.0.1:8085");
        assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(properties)
                .containsEntry("topic.retention.ms", "-1")
                .containsEntry("topic.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("topic.segment.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("main.consumer.session.timeout.ms", 6_000)
                .containsEntry("producer.transaction.timeout.ms", 10_000)
                .containsEntry("producer.compression.type", "lz4")
                .containsEntry("producer.batch.size", 131_072)
                .containsEntry("producer.linger.ms", 100L)
                .containsEntry("ensure.explicit.internal.resource.naming", true);
    }

    @Test
    void shouldPassOtherSettingsOnAndLetThePrefixWin() {
        Properties properties = config("security.protocol", "SSL", "streams.commit.interval.ms", "77")
                .streamsProperties(HERE);

        assertThat(properties).containsEntry("security.protocol", "SSL").containsEntry("commit.interval.ms", "77");
        assertThat(properties).doesNotContainKeys("streams.commit.interval.ms", "query.listen");
    }

    @ParameterizedTest
    @CsvSource({
        "query.listen, 8085",
        "query.listen, localhost:",
        "query.listen, localhost:65536",
        "query.listen, ::1:8085",
        "query.listen, 0.0.0.0:8085",
        "query.token.file, no/such/file",
        "query.cors.origins, news.example",
        "query.cors.origins, https://news.example/",
        "query.advertised, host:0",
        "bootstrap.servers, ''",
        "num.stream.threads, 0",
        "processing.guarantee, exactly_once",
        "commit.interval.ms, 0"
    })
    void shouldRefuseWhatCannotBeMeantAndNameIt(String name, String value) {
        assertThatThrownBy(() -> config(name, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }

    @Test
    void shouldReadAddressesWithBrackets() {
        assertThat(config("query.cors.origins", "https://news.example, http://[::1]:8080")
                        .http()
                        .corsOrigins())
                .containsExactly("https://news.example", "http://[::1]:8080");
        assertThat(config("query.listen", "[::1]:0").http().listen()).isEqualTo(new HostPort("::1", 0));
        assertThat(new HostPort("::1", 5)).hasToString("[::1]:5");
        assertThat(config("query.advertised", "news:80").queryAdvertised(HERE)).isEqualTo(new HostPort("news", 80));
        assertThat(config().queryAdvertised(HERE)).isEqualTo(HERE);
    }
}
