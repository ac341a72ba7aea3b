/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vestnik.schemas.avro.TopicKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicIdsTest {
    @Test
    void shouldNameTheKindInFront() {
        assertThat(TopicIds.story("9f")).isEqualTo("story:9f");
        assertThat(TopicIds.entity("9f")).isEqualTo("entity:9f");
        assertThat(TopicIds.outlet("РИА Новости")).isEqualTo("outlet:РИА Новости");
        assertThat(TopicIds.theme("sports")).isEqualTo("theme:sports");
        assertThat(TopicIds.watch("w1")).isEqualTo("watch:w1");
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveBackKindAndId(TopicKind kind) {
        String topic = TopicIds.of(kind, "a:b");

        assertThat(TopicIds.kind(topic)).isEqualTo(kind);
        assertThat(TopicIds.id(topic)).isEqualTo("a:b");
    }

    @Test
    void shouldRefuseWhatIsNoTopic() {
        assertThatThrownBy(() -> TopicIds.kind("planet:mars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a topic: 'planet:mars'");
    }
}
