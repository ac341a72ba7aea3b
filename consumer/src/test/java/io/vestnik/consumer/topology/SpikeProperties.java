/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Spike;
import io.vestnik.schemas.avro.SpikeRule;
import io.vestnik.schemas.avro.TopicUpdate;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static io.vestnik.consumer.topology.SpikesTest.TOPIC;
import static io.vestnik.consumer.topology.SpikesTest.coverage;
import static io.vestnik.consumer.topology.SpikesTest.hour;
import static io.vestnik.consumer.topology.SpikesTest.watch;
import static org.assertj.core.api.Assertions.assertThat;

/** The rule of spikes against its words, and what readers are told against what stands in the end. */
class SpikeProperties {
    /** The rule by its words, for all hours whose hours before are known. */
    @Property(tries = 200)
    void shouldJudgeEachHourByTheMeanOfThoseBefore(
            @ForAll("counts") List<Integer> counts, @ForAll("rules") SpikeRule rule) {
        int[] articles = counts.stream().mapToInt(Integer::intValue).toArray();
        List<Instant> expected = new ArrayList<>();
        for (int i = rule.getHours(); i < articles.length; i++) {
            double mean = 0;
            for (int j = i - rule.getHours(); j < i; j++) {
                mean += articles[j];
            }
            mean /= rule.getHours();
            // A hair's breadth, as the mean is a floating-point number here.
            if (articles[i] >= rule.getMinArticles() && articles[i] >= rule.getFactorPercent() / 100.0 * mean - 1e-9) {
                expected.add(hour(i - articles.length + 1));
            }
        }
        Coverage coverage = coverage(0, articles);

        assertThat(new Spikes(coverage, rule).all()).extracting(Spike::getHour).containsExactlyElementsOf(expected);
    }

    /** What is told in the end follows from the last coverage, whatever it was on the way. */
    @Property(tries = 15)
    void shouldEndWithTheSpikesOfTheLastCoverage(
            @ForAll("walks") List<List<Integer>> walk, @ForAll Random random, @ForAll("rules") SpikeRule rule)
            throws IOException {
        Path directory = Files.createTempDirectory("spikes");
        try (ConsumerDriver run = new ConsumerDriver("walk" + UUID.randomUUID(), directory)) {
            TreeMap<Instant, Boolean> standing = new TreeMap<>();
            int declared = random.nextInt(walk.size());
            Coverage last = null;
            for (int i = 0; i < walk.size(); i++) {
                if (i == declared) {
                    run.put(TOPICS.watches, "w", watch(rule));
                }
                last = coverage(
                        0, walk.get(i).stream().mapToInt(Integer::intValue).toArray());
                run.put(TOPICS.coverage, TOPIC, last);
            }
            for (KeyValue<String, TopicUpdate> update : run.written(TOPICS.updates)) {
                Spike spike = update.value.getSpike();
                if (spike != null) {
                    assertThat(standing.put(spike.getHour(), !spike.getEnded()))
                            .as("told and taken back in turns")
                            .isNotEqualTo(!spike.getEnded());
                }
            }
            standing.values().removeIf(stands -> !stands);

            assertThat(standing.keySet())
                    .containsExactlyElementsOf(new Spikes(Objects.requireNonNull(last), rule)
                            .all().stream().map(Spike::getHour).toList());
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    @Provide
    Arbitrary<List<Integer>> counts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 4)),
                        Tuple.of(1, Arbitraries.integers().between(0, 60)))
                .list()
                .ofSize(168);
    }

    @Provide
    Arbitrary<List<List<Integer>>> walks() {
        return Arbitraries.integers()
                .between(0, 12)
                .list()
                .ofSize(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<SpikeRule> rules() {
        return Combinators.combine(
                        Arbitraries.of(100, 150, 300, 1000),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(1, 4, 24, 167))
                .as(SpikeRule::new);
    }
}
