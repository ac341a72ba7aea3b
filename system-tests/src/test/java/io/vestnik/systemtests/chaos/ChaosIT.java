/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.systemtests.Cluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done to the processes, the results are those of a run in which nothing happened.
 *
 * <p>{@code -Dchaos.seeds=N} is the number of seeds, {@code -Dchaos.first=S} the first of them; {@code -Dchaos.kinds=each}
 * or names of {@link FaultKind} make runs of one kind of fault each instead of runs of several, of which {@code
 * -Dchaos.faults=N} is the number; {@code -Dchaos.articles=N} is the number of articles in a stage.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class ChaosIT {
    private static final int SEEDS = Integer.getInteger("chaos.seeds", 2);
    private static final long FIRST = Long.getLong("chaos.first", 1);
    private static final int FAULTS = Integer.getInteger("chaos.faults", 4);
    private static final int ARTICLES = Integer.getInteger("chaos.articles", 60);
    private static final String KINDS = System.getProperty("chaos.kinds", "");

    @TempDir
    static Path data;

    private static Brokers brokers;
    private static EmbeddedRegistry registry;
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        brokers = new Brokers(data.resolve("kafka"));
        registry = EmbeddedRegistry.start(brokers.bootstrap(), 0);
        cluster = Cluster.at(brokers.bootstrap(), registry.url());
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
        if (brokers != null) {
            brokers.close();
        }
    }

    static Stream<Schedule> schedules() {
        List<Schedule> schedules = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            if (KINDS.isEmpty()) {
                schedules.add(Schedule.mixed(seed, FAULTS));
            }
            for (FaultKind kind : kinds()) {
                schedules.add(Schedule.alone(seed, kind));
            }
        }
        return schedules.stream();
    }

    private static List<FaultKind> kinds() {
        if (KINDS.equals("each")) {
            return List.of(FaultKind.values());
        }
        return Arrays.stream(KINDS.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(FaultKind::valueOf)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void shouldHaveTheResultsOfAnUndisturbedRun(Schedule schedule) throws Exception {
        System.out.println(schedule);
        Path directory = Files.createTempDirectory(data, "run");

        List<String> violations;
        try {
            brokers.awaitInSync();
            violations = new ChaosRun(brokers, cluster, schedule, ARTICLES, directory).violations();
        } catch (Exception | AssertionError e) {
            // The reports are written when all runs have ended, which may be tomorrow.
            e.printStackTrace(System.out);
            throw e;
        }
        assertThat(violations).as("%s", schedule).isEmpty();
    }
}
