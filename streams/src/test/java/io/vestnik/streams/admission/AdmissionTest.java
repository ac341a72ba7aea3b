/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationResource;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.schemas.avro.ApplicationVersion;
import io.vestnik.streams.config.VestnikStreamsConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdmissionTest {
    private static final String ID = "desk-1";
    private static final Instant SINCE = Instant.parse("2025-03-01T00:00:00Z");
    private static final ApplicationVersion VERSION = version("1.0", "aa", "names", "01", "themes", "02");
    private static final ResultBasis BASIS = basis(Map.of(), VERSION);

    private static ApplicationVersion version(String name, String topology, String... resources) {
        List<ApplicationResource> all = new ArrayList<>();
        for (int i = 0; i < resources.length; i += 2) {
            all.add(new ApplicationResource(resources[i], resources[i + 1]));
        }
        return new ApplicationVersion(name, topology, all);
    }

    private static ResultBasis basis(Map<String, String> settings, ApplicationVersion version) {
        return ResultBasis.of(new VestnikStreamsConfig(settings), version);
    }

    private static Application record(ResultBasis built, @Nullable ApplicationUpgrade upgrade) {
        return Application.newBuilder()
                .setApplicationId(ID)
                .setSince(SINCE)
                .setSettings(built.settings())
                .setVersion(built.version())
                .setFormer(List.of("desk-0"))
                .setUpgrade(upgrade)
                .build();
    }

    private static ApplicationUpgrade upgrade(String phase) {
        return new ApplicationUpgrade(ID, "desk-2", phase, BASIS.settings(), BASIS.version());
    }

    @Test
    void shouldAdmitWhatTheTablesWereBuiltWith() {
        assertThat(Admission.check(record(BASIS, null), ID, BASIS)).isEqualTo(SINCE);
        assertThat(Admission.check(null, ID, BASIS)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void shouldSayWhichModelsDiffer() {
        ResultBasis own = basis(Map.of(), version("1.1", "aa", "names", "0f", "titles", "03"));

        assertThatThrownBy(() -> Admission.check(record(BASIS, null), ID, own))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("The tables of desk-1")
                .hasMessageContaining("names is 0f here and was 01")
                .hasMessageContaining("titles was not there")
                .hasMessageContaining("themes is not here")
                .hasMessageContaining("(version 1.0)")
                .hasMessageContaining("'vestnik upgrade'")
                .message()
                .doesNotContain("steps", "desk.");
    }

    @Test
    void shouldNameAFewOfManyModelsThatDiffer() {
        ResultBasis own = basis(Map.of(), version("1.0", "aa", "a", "1", "b", "1", "c", "1", "d", "1", "e", "1"));
        ResultBasis built = basis(Map.of(), version("1.0", "aa", "a", "2", "b", "2", "c", "2", "d", "2", "e", "2"));

        assertThat(own.differences(built))
                .containsExactly(
                        "a is 1 here and was 2",
                        "b is 1 here and was 2",
                        "c is 1 here and was 2",
                        "2 more models or lists differ");
    }

    @Test
    void shouldRefuseOtherStepsAndOtherSettings() {
        ResultBasis own =
                basis(Map.of("desk.window.ms", "600000"), version("1.0", "bb", "names", "01", "themes", "02"));

        assertThatThrownBy(() -> Admission.check(record(BASIS, null), ID, own))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining(
                        "desk.window.ms is 600000 here and was 604800000; the topologies have other steps here");
    }

    @Test
    void shouldAdmitAnotherVersionWithTheSameModelsAndSteps() {
        ResultBasis own = basis(Map.of(), version("1.1", "aa", "names", "01", "themes", "02"));

        assertThat(Admission.check(record(BASIS, null), ID, own)).isEqualTo(SINCE);
        assertThat(own.otherVersion(BASIS)).isEqualTo("1.0");
        assertThat(BASIS.otherVersion(BASIS)).isNull();
        assertThat(Admission.completed(record(BASIS, null), ID, own))
                .as("the record goes on saying what the tables were built with")
                .isNull();
    }

    @Test
    void shouldTakeAndCompleteARecordThatDoesNotSayTheVersion() {
        Application before = record(new ResultBasis(BASIS.settings(), null), null);

        assertThat(Admission.check(before, ID, BASIS)).isEqualTo(SINCE);
        assertThat(Admission.completed(before, ID, BASIS)).isEqualTo(record(BASIS, null));
        assertThatThrownBy(() -> Admission.check(before, ID, basis(Map.of("desk.window.ms", "600000"), VERSION)))
                .as("the settings that it says still count")
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("desk.window.ms");
    }

    @Test
    void shouldWriteDownTheFirstOneThatIsStarted() {
        Application first = Objects.requireNonNull(Admission.completed(null, ID, BASIS));

        assertThat(Admission.check(first, ID, BASIS)).isEqualTo(Instant.EPOCH);
        assertThat(ResultBasis.of(first)).isEqualTo(BASIS);
        assertThat(first.getFormer()).isEmpty();
        assertThatThrownBy(() -> Admission.check(first, "desk-7", BASIS))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("written by the application desk-1, not by desk-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {Admission.BUILDING, Admission.REMOVING})
    void shouldLeaveTheRecordToAnUpgradeThatIsUnderWay(String phase) {
        Application record = record(new ResultBasis(List.of(), null), upgrade(phase));

        assertThatCode(() -> Admission.check(record, ID, BASIS)).doesNotThrowAnyException();
        assertThat(Admission.completed(record, ID, BASIS)).isNull();
    }

    @Test
    void shouldMakeOptionsOfSettingsAlone() {
        ResultBasis built = basis(Map.of("desk.window.ms", "600000"), VERSION);

        assertThatThrownBy(() -> Admission.check(record(built, null), "desk-0", BASIS))
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("which has taken the place of desk-0")
                .hasMessageContaining("--application-id desk-1 --set desk.window.ms=600000, or")
                .message()
                .doesNotContain("names", "themes");
        assertThat(ResultBasis.asSettings(BASIS.settings())).isEmpty();
    }
}
