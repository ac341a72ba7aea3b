/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.Undisturbed;
import io.vestnik.systemtests.chaos.guarantee.CountsExact;
import io.vestnik.systemtests.chaos.guarantee.DeadLettersExact;
import io.vestnik.systemtests.chaos.guarantee.Guarantee;
import io.vestnik.systemtests.chaos.guarantee.NoOpenTransactions;
import io.vestnik.systemtests.chaos.guarantee.NothingDoubled;
import io.vestnik.systemtests.chaos.guarantee.NothingLost;
import io.vestnik.systemtests.chaos.guarantee.Observed;
import io.vestnik.systemtests.chaos.guarantee.SameDigest;
import io.vestnik.systemtests.chaos.guarantee.StoresAgree;
import io.vestnik.systemtests.chaos.guarantee.ViewsAgree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One run: news in stages, a fault in the middle of the work of each, and at the end what every guarantee says of it.
 */
final class ChaosRun {
    private static final int INSTANCES = 3;
    private static final int PARTITIONS = 3;
    private static final int TRIES = 10;
    private static final int SHOWN = 50;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /** The broker aborts what a dead process left after ten seconds, and looks every second. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An instance may take its time to stop, but it has to stop in good order. */
    private static final Map<String, Object> SETTINGS = Map.of(
            ApplicationSettings.STANDBYS, 1, "desk.disorder.ms", -1, "shutdown.timeout.ms", Fleet.STOP.toMillis());

    private final Brokers brokers;
    private final Cluster cluster;
    private final Schedule schedule;
    private final Path directory;
    private final ChaosCorpus corpus;
    private int next;

    /**
     * A run that is to be made.
     *
     * @param articles how many articles there are to be in each stage
     * @param directory where its processes have their files; nobody else uses it
     */
    ChaosRun(Brokers brokers, Cluster cluster, Schedule schedule, int articles, Path directory)
            throws IOException, InterruptedException {
        this.brokers = brokers;
        this.cluster = cluster;
        this.schedule = schedule;
        this.directory = directory;
        this.corpus =
                new ChaosCorpus(schedule.seed(), articles * (schedule.faults().size() + 1));
    }

    /** Makes it and gives what broke a guarantee, a line each. */
    List<String> violations() throws IOException, InterruptedException, ExecutionException {
        Random random = new Random(schedule.seed());
        String name = "chaos" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try (Admin admin = Admin.create(cluster.settings());
                Newsroom room = new Newsroom(cluster, name, PARTITIONS);
                Feed feed = new Feed(cluster.settings(), room.topics(), random);
                Fleet fleet = new Fleet(room, directory, SETTINGS, INSTANCES);
                ViewServer consumer =
                        new ViewServer(cluster, room.topics().namespace(), "consumer-" + name, directory)) {
            long begin = System.nanoTime();
            fleet.start();
            Group group = new Group(
                    admin, room.applicationId(), room.topics().articles.name());
            await("all instances work")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        fleet.check();
                        return group.working().size() == INSTANCES;
                    });
            say("  started after %.1f s", seconds(begin));
            Faults faults = new Faults(brokers, fleet, group, room.topics(), PARTITIONS, random);
            for (FaultKind kind : schedule.faults()) {
                untilMidway(feed, fleet, group);
                long start = System.nanoTime();
                faults.strike(kind);
                say(
                        "  %.1f s: %s at %d of %d events, mended after %.1f s",
                        seconds(begin), kind, next, size(), seconds(start));
            }
            send(feed, size() - next);
            LogReader reader = new LogReader(
                    admin, cluster.settings(), room.topics(), List.of(room.applicationId(), consumer.applicationId()));
            settle(room, fleet, consumer);
            say("  %.1f s: nothing left to do", seconds(begin));
            Map<ViewKind, SortedMap<String, String>> answers = consumer.answers();
            consumer.terminate();
            fleet.terminateAll();
            Observed observed = reader.read(IsolationLevel.READ_COMMITTED, PATIENCE);
            List<String> violations = violations(
                    observed,
                    feed,
                    new StoresAgree(room.applicationId()),
                    new ViewsAgree(consumer.applicationId(), answers));
            say("  %.1f s: judged", seconds(begin));
            admin.deleteTopics(reader.topics()).all().get();
            return violations;
        }
    }

    /** Brings the run to a point at which work was done since the last fault and work remains. */
    private void untilMidway(Feed feed, Fleet fleet, Group group) throws InterruptedException {
        int stage = (size() - next) / (schedule.faults().size() + 1) / 2;
        long before = group.done();
        send(feed, stage);
        for (int i = 0; i < TRIES; i++) {
            await("work is done")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        fleet.check();
                        return group.done() > before;
                    });
            send(feed, Math.max(1, stage / (i + 1)));
            long done = group.done();
            if (done < feed.sent()) {
                assertThat(done).as("work was done").isGreaterThan(before);
                return;
            }
        }
        throw new AssertionError("the instances have done all work before anything could be done to them");
    }

    private void send(Feed feed, int count) throws InterruptedException {
        List<ArticleEvent> events = corpus.events().subList(next, Math.min(size(), next + count));
        next += events.size();
        feed.send(events);
    }

    private int size() {
        return corpus.events().size();
    }

    /** Waits until nothing is left to do; what the consumer has read is then in its views. */
    private static void settle(Newsroom room, Fleet fleet, ViewServer consumer) throws InterruptedException {
        try (Quiescence quiescence = new Quiescence(
                room.bootstrap(), Quiescence.inputs(room.topics(), room.applicationId(), consumer.applicationId()))) {
            Map<String, Long> left = quiescence.await(LIMIT, () -> fleet.healthy() && consumer.alive());
            fleet.check();
            consumer.check();
            assertThat(left).as("left to do after %s", LIMIT).isEmpty();
        }
    }

    private List<String> violations(Observed observed, Feed feed, Guarantee stores, Guarantee views)
            throws IOException, InterruptedException {
        List<Guarantee> guarantees = List.of(
                new NothingLost(corpus.truth()),
                new NothingDoubled(corpus.truth()),
                new DeadLettersExact(feed.poison()),
                new CountsExact(corpus.truth()),
                stores,
                views,
                new NoOpenTransactions(),
                new SameDigest(new Undisturbed(corpus.lines(), directory).digests()));
        List<String> violations = new ArrayList<>();
        for (Guarantee guarantee : guarantees) {
            guarantee.violations(observed).forEach(violation -> violations.add(guarantee.name() + ": " + violation));
        }
        say(
                "  %d events and %d bad records in %d records, %d articles stand, %d copies; %d violations",
                size(),
                feed.poison().size(),
                feed.sent(),
                corpus.truth().standing().size(),
                corpus.truth().copies().size(),
                violations.size());
        violations.stream().limit(SHOWN).forEach(violation -> say("  %s", violation));
        return violations;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
