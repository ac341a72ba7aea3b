/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.sketch.Sketcher;

import static org.assertj.core.api.Assertions.assertThat;

class AnalysisMappingTest {
    private static Mention mention(MentionPosition position) {
        return new Mention(7, 19, EntityType.PER, "Марии Лесковой", "Мария Лескова", "id", false, position);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothingOfAMention(MentionPosition position) {
        List<io.vestnik.schemas.avro.Mention> records = AnalysisMapping.mentions(List.of(mention(position)));

        assertThat(records)
                .extracting(io.vestnik.schemas.avro.Mention::getPosition)
                .containsExactly(position.label());
        assertThat(AnalysisMapping.toText(records.get(0))).isEqualTo(mention(position));
    }

    @Test
    void shouldLoseNothingOfASketch() {
        io.vestnik.text.Sketch sketch = new Sketcher().sketch("Паром «Заря» 14 мая сел на мель у острова Кижи.");

        assertThat(sketch.places()).isNotEmpty();
        assertThat(AnalysisMapping.toText(AnalysisMapping.sketch(sketch))).isEqualTo(sketch);
    }

    @Test
    void shouldTakeAPositionOfALaterVersionForRunningText() {
        io.vestnik.schemas.avro.Mention known = AnalysisMapping.mentions(List.of(mention(MentionPosition.BYLINE)))
                .get(0);
        io.vestnik.schemas.avro.Mention later = io.vestnik.schemas.avro.Mention.newBuilder(known)
                .setPosition("caption")
                .build();

        assertThat(AnalysisMapping.toText(later)).isEqualTo(mention(MentionPosition.BODY));
    }
}
