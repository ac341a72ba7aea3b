/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicNamesTest {
    @ParameterizedTest
    @CsvSource({
        "'', news.coverage.v1",
        "replay.R1., news.coverage.v1",
        "replay.old-news., news.views.stories.v1",
        "replay.a.b., news.dead-letters.v1",
    })
    void shouldPutTheNamespaceInFrontAndTakeItAway(String namespace, String base) {
        String name = TopicNames.of(namespace, base);

        assertThat(name).isEqualTo(namespace + base);
        assertThat(TopicNames.base(name)).isEqualTo(base);
        assertThat(TopicNames.namespace(name)).isEqualTo(namespace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "replay.R 1.", ".", "a..", "новое.", "replay.news.", "news."})
    void shouldRefuseWhatIsNoNamespace(String namespace) {
        assertThatThrownBy(() -> TopicNames.of(namespace, "news.coverage.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a namespace of topics: '" + namespace + "'");
        assertThatThrownBy(() -> new Topics(namespace)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseANameThatIsTooLongForKafka() {
        assertThatThrownBy(() -> TopicNames.of("x".repeat(240) + ".", "news.coverage.v1"))
                .isInstanceOf(InvalidTopicException.class);
    }

    @Test
    void shouldNameTheNamespaceOfAReplay() {
        assertThat(TopicNames.replay("2026-02")).isEqualTo("replay.2026-02.");
        assertThatThrownBy(() -> TopicNames.replay("a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
