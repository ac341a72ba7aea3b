/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.Spike;
import io.vestnik.schemas.avro.SpikeRule;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.avro.Watch;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** Alerts of watches: each spike is told once, and taken back when it is none. */
class SpikesTest {
    private static final Instant NOON = Rows.START.truncatedTo(ChronoUnit.HOURS);
    static final String TOPIC = "watch:w";
    /** Three times the mean of four hours, and at least five. */
    private static final SpikeRule RULE = new SpikeRule(300, 5, 4);

    @TempDir
    private Path state;

    private ConsumerDriver driver;

    @BeforeEach
    void open() {
        driver = new ConsumerDriver("spikes" + UUID.randomUUID(), state);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** Coverage with so many articles in the hours that end with the given one. */
    static Coverage coverage(int lastHour, int... articles) {
        List<HourCount> hours = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < articles.length; i++) {
            all += articles[i];
            if (articles[i] > 0) {
                hours.add(new HourCount(hour(lastHour - articles.length + 1 + i), articles[i]));
            }
        }
        return Coverage.newBuilder(Rows.coverage(TOPIC, "w", all, 0))
                .setHours(hours)
                .setLastObservedAt(hour(lastHour).plusSeconds(60))
                .build();
    }

    static Instant hour(int hour) {
        return NOON.plus(hour, ChronoUnit.HOURS);
    }

    static Watch watch(@Nullable SpikeRule rule) {
        return Watch.newBuilder()
                .setName("w")
                .setExpression("x")
                .setDeclaredAt(Instant.EPOCH)
                .setSpike(rule)
                .build();
    }

    private List<Spike> told() {
        return driver.written(TOPICS.updates).stream()
                .map(record -> record.value.getSpike())
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void shouldTellASpikeOnceHoweverManyArticlesFollow() {
        driver.put(TOPICS.watches, "w", watch(RULE));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 2, 1, 2, 4));
        assertThat(told()).isEmpty();

        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 2, 1, 2, 5));
        List<KeyValue<String, TopicUpdate>> updates = driver.written(TOPICS.updates);

        assertThat(updates).hasSize(2).extracting(update -> update.key).containsOnly(TOPIC);
        assertThat(updates.get(0).value.getSpike()).isNull();
        assertThat(updates.get(1).value.getSpike()).isEqualTo(new Spike(hour(0), 5, 6, 4, false));
        assertThat(updates.get(1).value.getArticles()).isEqualTo(11);

        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 2, 1, 2, 6));
        driver.put(TOPICS.coverage, TOPIC, coverage(1, 1, 2, 1, 2, 6, 1));
        assertThat(told()).isEmpty();
    }

    @Test
    void shouldTakeASpikeBackWhenItsArticlesAre() {
        driver.put(TOPICS.watches, "w", watch(RULE));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 1, 1, 1, 5));
        assertThat(told()).containsExactly(new Spike(hour(0), 5, 4, 4, false));

        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 1, 1, 1, 4));
        assertThat(told()).containsExactly(new Spike(hour(0), 4, 4, 4, true));

        driver.put(TOPICS.coverage, TOPIC, coverage(0, 1, 1, 1, 1, 5));
        assertThat(told()).containsExactly(new Spike(hour(0), 5, 4, 4, false));
    }

    @Test
    void shouldTakeASpikeBackWhenEarlierHoursTurnOutFuller() {
        driver.put(TOPICS.watches, "w", watch(RULE));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 0, 0, 0, 0, 5));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 0, 4, 4, 0, 5));

        assertThat(told()).containsExactly(new Spike(hour(0), 5, 0, 4, false), new Spike(hour(0), 5, 8, 4, true));
    }

    @Test
    void shouldTellNothingWithoutAWatchOrItsRule() {
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 9));
        driver.put(TOPICS.watches, "w", watch(null));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 10));
        assertThat(told()).isEmpty();

        driver.put(TOPICS.watches, "w", watch(RULE));
        assertThat(told())
                .as("the coverage was there before the rule")
                .containsExactly(new Spike(hour(0), 10, 0, 4, false));
    }

    @Test
    void shouldForgetWhatItToldOfCoverageThatIsGone() {
        driver.put(TOPICS.watches, "w", watch(RULE));
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 9));
        assertThat(told()).hasSize(1);
        driver.put(TOPICS.coverage, TOPIC, null);
        driver.put(TOPICS.coverage, TOPIC, coverage(0, 9));
        assertThat(told()).hasSize(1);
    }

    @Test
    void shouldShowTheSpikesInTheViewOfTheWatch() {
        driver.put(TOPICS.coverageMembers, TOPIC + "|a", Rows.member(TOPIC, "a", "s", 1));
        driver.put(TOPICS.coverage, TOPIC, coverage(3, 1, 1, 1, 1, 6, 0, 0, 1));
        driver.put(TOPICS.watches, "w", watch(RULE));
        CoverageView view = driver.view(TOPICS.viewCoverage, TOPIC);

        assertThat(view.getSpikes()).containsExactly(new Spike(hour(0), 6, 4, 4, false));
    }
}
