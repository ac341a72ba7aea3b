/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.List;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.internal.DeskCommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgressTest {
    private final KeyValueStore<String, Long> marks = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("marks"), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    private final Progress progress = new Progress(marks, 2);

    @BeforeEach
    void open() {
        marks.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), marks);
    }

    @Test
    void shouldComeNoFartherThanThePartitionThatIsBehind() {
        see(progress, "ru", 0, 5_000);
        assertThat(progress.newest("ru")).isEqualTo(5_000);
        assertThat(progress.common("ru"))
                .as("the other partition has brought nothing")
                .isZero();

        see(progress, "ru", 1, 1_000);
        assertThat(progress.newest("ru")).isEqualTo(5_000);
        assertThat(progress.common("ru")).isEqualTo(1_000);

        see(progress, "ru", 1, 7_000);
        assertThat(progress.newest("ru")).isEqualTo(7_000);
        assertThat(progress.common("ru")).isEqualTo(5_000);
    }

    @Test
    void shouldNeverGoBack() {
        see(progress, "ru", 0, 5_000);
        see(progress, "ru", 1, 6_000);
        see(progress, "ru", 0, 2_000);
        assertThat(progress.newest("ru")).isEqualTo(6_000);
        assertThat(progress.common("ru")).isEqualTo(5_000);
    }

    @Test
    void shouldTellEachLanguageApart() {
        see(progress, "ru", 0, 5_000);
        see(progress, "ru", 1, 5_000);
        see(progress, "en", 0, 9_000);
        assertThat(progress.common("ru")).isEqualTo(5_000);
        assertThat(progress.common("en")).isZero();
        assertThat(progress.newest("de")).isZero();
    }

    @Test
    void shouldReadWhatIsInTheStore() {
        see(progress, "ru", 0, 5_000);
        see(progress, "ru", 1, 3_000);
        Progress restored = new Progress(marks, 2);
        assertThat(restored.newest("ru")).isEqualTo(5_000);
        assertThat(restored.common("ru")).isEqualTo(3_000);
    }

    @Test
    void shouldRefuseAPartitionThatTheTopologyWasNotBuiltFor() {
        assertThatThrownBy(() -> see(progress, "ru", 2, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("partition 2");
    }

    private static void see(Progress progress, String language, int partition, long time) {
        progress.see(
                language, new DeskCommand("article", 1L, Instant.ofEpochMilli(time), partition, null, List.of(), null));
    }
}
