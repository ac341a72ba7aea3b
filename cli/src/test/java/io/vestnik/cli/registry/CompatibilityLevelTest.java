/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompatibilityLevelTest {
    private static final Schema A = note("{'name':'a','type':'int'}");
    private static final Schema A_WITH_DEFAULT = note("{'name':'a','type':'int','default':0}");
    private static final Schema B = note("{'name':'b','type':'int'}");
    private static final Schema A_B = note("{'name':'a','type':'int'},{'name':'b','type':'int'}");
    private static final Schema A_OPTIONAL_B = note("{'name':'a','type':'int'},{'name':'b','type':'int','default':1}");
    private static final Schema LONG_A = note("{'name':'a','type':'long'}");
    private static final Schema TEXT_A = note("{'name':'a','type':'string'}");
    private static final Schema EMPTY = note("");
    private static final List<Schema> ALL = List.of(A, A_WITH_DEFAULT, B, A_B, A_OPTIONAL_B, LONG_A, TEXT_A, EMPTY);

    @Test
    void shouldLetPassWhatEachLevelLetsPass() {
        assertThat(passing(A_OPTIONAL_B, A)).isEqualTo(EnumSet.allOf(CompatibilityLevel.class));
        assertThat(passing(A_B, A))
                .containsExactlyInAnyOrder(
                        CompatibilityLevel.NONE, CompatibilityLevel.FORWARD, CompatibilityLevel.FORWARD_TRANSITIVE);
        assertThat(passing(LONG_A, A))
                .containsExactlyInAnyOrder(
                        CompatibilityLevel.NONE, CompatibilityLevel.BACKWARD, CompatibilityLevel.BACKWARD_TRANSITIVE);
        assertThat(passing(TEXT_A, A)).containsExactly(CompatibilityLevel.NONE);
        // Fits the latest one, but not the one before it.
        assertThat(passing(A, TEXT_A, A))
                .containsExactlyInAnyOrder(
                        CompatibilityLevel.NONE,
                        CompatibilityLevel.BACKWARD,
                        CompatibilityLevel.FORWARD,
                        CompatibilityLevel.FULL);
        assertThat(passing(A)).isEqualTo(EnumSet.allOf(CompatibilityLevel.class));
    }

    @ParameterizedTest
    @EnumSource(CompatibilityLevel.class)
    void shouldJudgeAsAvrosOwnValidatorsDo(CompatibilityLevel level) {
        for (Schema candidate : ALL) {
            for (Schema first : ALL) {
                for (Schema second : ALL) {
                    assertThat(level.problems(candidate, List.of(first, second)).isEmpty())
                            .as("%s: %s after %s, %s", level, candidate, first, second)
                            .isEqualTo(avroAccepts(level, candidate, List.of(second, first)));
                }
            }
        }
    }

    private static boolean avroAccepts(CompatibilityLevel level, Schema candidate, List<Schema> newestFirst) {
        SchemaValidator validator =
                switch (level) {
                    case NONE -> (schema, existing) -> {};
                    case BACKWARD ->
                        new SchemaValidatorBuilder().canReadStrategy().validateLatest();
                    case BACKWARD_TRANSITIVE ->
                        new SchemaValidatorBuilder().canReadStrategy().validateAll();
                    case FORWARD ->
                        new SchemaValidatorBuilder().canBeReadStrategy().validateLatest();
                    case FORWARD_TRANSITIVE ->
                        new SchemaValidatorBuilder().canBeReadStrategy().validateAll();
                    case FULL ->
                        new SchemaValidatorBuilder().mutualReadStrategy().validateLatest();
                    case FULL_TRANSITIVE ->
                        new SchemaValidatorBuilder().mutualReadStrategy().validateAll();
                };
        try {
            validator.validate(candidate, newestFirst);
            return true;
        } catch (SchemaValidationException e) {
            return false;
        }
    }

    private static Set<CompatibilityLevel> passing(Schema candidate, Schema... earlier) {
        Set<CompatibilityLevel> passing = EnumSet.noneOf(CompatibilityLevel.class);
        for (CompatibilityLevel level : CompatibilityLevel.values()) {
            if (level.problems(candidate, List.of(earlier)).isEmpty()) {
                passing.add(level);
            }
        }
        return passing;
    }

    private static Schema note(String fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'Note','fields':[" + fields + "]}").replace('\'', '"'));
    }
}
