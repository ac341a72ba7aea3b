/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.producer.http.HttpSettings;
import io.vestnik.producer.http.Network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PollConfigTest {
    @Test
    void shouldBePoliteByDefault() {
        PollConfig config = new PollConfig(Map.of("bootstrap.servers", "localhost:9092"));
        PollSettings poll = config.poll(false, 1_000, ZoneOffset.UTC);
        HttpSettings http = config.http();

        assertThat(poll.interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(poll.pages()).isTrue();
        assertThat(poll.visits()).containsExactly(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));
        assertThat(poll.missingAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(poll.threads()).isEqualTo(8);
        assertThat(poll.maxDocumentBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(poll.maxPageBytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(http.userAgent()).isEqualTo("Vestnik/0.1");
        assertThat(http.robots()).isTrue();
        assertThat(http.gap()).isEqualTo(Duration.ofSeconds(1));
        assertThat(http.open()).isEmpty();
        assertThat(http.redirects()).isEqualTo(5);
        assertThat(http.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(http.readTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(http.totalTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldTakeWhatIsGiven() {
        PollConfig config = new PollConfig(Map.of("http.open.networks", "10.0.0.0/8, ::1", "feeds.page.visits.ms", ""));

        assertThat(config.http().open()).extracting(Network::toString).containsExactly("10.0.0.0/8", "::1");
        assertThat(config.poll(true, 1, ZoneOffset.UTC).visits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http.open.networks, example.org",
        "feeds.page.visits.ms, '5,4'",
        "feeds.page.visits.ms, soon",
        "feeds.interval.ms, 0",
        "feeds.threads, 0",
        "http.user.agent, ''",
    })
    void shouldRefuseWhatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> new PollConfig(Map.of(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }
}
