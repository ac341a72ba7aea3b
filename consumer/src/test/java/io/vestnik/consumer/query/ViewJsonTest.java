package io.vestnik.consumer.query;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import io.vestnik.consumer.Rows;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ViewJsonTest {
    private final UtteranceView view = UtteranceView.newBuilder()
            .setUtteranceId("u1")
            .setLanguage("ru")
            .setText("Мы построим новый мост")
            .setArticles(2)
            .setOutlets(List.of("Вестник"))
            .setFirstObservedAt(Rows.START)
            .setFirstObservedIn("a")
            .setFirstClaimedAt(Rows.START.minusMillis(1))
            .setMembers(List.of(Rows.rendering("u1", "a", 4, 1)))
            .build();

    @Test
    void shouldGiveBackTheRecordThatItWrote() {
        assertThat(ViewJson.read(UtteranceView.class, ViewJson.write(view))).isEqualTo(view);
    }

    @Test
    void shouldWriteTimesInIsoAndEnumsAsStringsAndNullsPlainly() {
        ObjectNode json = ViewJson.write(view);

        assertThat(json.get("firstObservedAt").asText()).isEqualTo("2026-02-04T12:00:00Z");
        assertThat(json.get("firstClaimedAt").asText()).isEqualTo("2026-02-04T11:59:59.999Z");
        assertThat(json.get("speaker").isNull()).isTrue();
        assertThat(json.at("/members/0/variant").asText()).isEqualTo("ALTERED");
        assertThat(json.at("/members/0/diff/1/op").asText()).isEqualTo("REMOVED");
    }

    @Test
    void shouldTakeDefaultsForMissingFieldsAndLeaveOutUnknownOnes() {
        ObjectNode json = ViewJson.write(Rows.coverage("story:s1", "Мост", 1, 1));
        json.remove("hours");
        json.put("new", "field");

        assertThat(ViewJson.read(Coverage.class, json)).isEqualTo(Rows.coverage("story:s1", "Мост", 1, 1));
    }

    @Test
    void shouldNameTheFieldThatDoesNotFit() {
        ObjectNode json = ViewJson.write(Rows.rendering("u1", "a", 4, 1));
        json.put("firstObservedAt", "yesterday");

        assertThatThrownBy(() -> ViewJson.read(UtteranceMember.class, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UtteranceMember.firstObservedAt");
    }
}
