/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Instances of the consumer that are killed, cut off, replaced or without their state, in the midst of their work: live
 * readers are told of each change once, and the views are those of the final tables, each written when it has changed.
 */
@Timeout(900)
class ConsumerFaultsIT {
    private static final int STAGES = 5;
    private static final int ARTICLES = 250;
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(20);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<CorpusGenerator.Article> corpus;

    private Newsroom room;
    private Quiescence left;
    private String applicationId;
    private int published;

    @BeforeAll
    static void start() {
        corpus = new CorpusGenerator(12, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES * STAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void shouldTellEachUpdateOnceAndLeaveTheViewsOfTheFinalTables(String protocol) throws Exception {
        applicationId = "consumer-" + protocol;
        try (Newsroom news = new Newsroom(cluster, protocol, PARTITIONS);
                Quiescence quiescence = new Quiescence(
                        cluster.bootstrap(), Map.of(applicationId, news.topics().consumed()));
                Admin admin = Admin.create(cluster.settings())) {
            room = news.start(data.resolve("streams"));
            left = quiescence;

            try (VestnikProcess killed = consumer("one", protocol)) {
                untilMidway(admin, killed);
                killed.kill();
            }
            try (VestnikProcess cutOff = consumer("one", protocol);
                    VestnikProcess other = consumer("two", protocol)) {
                untilMidway(admin, cutOff);
                fence(admin);
                untilMidway(admin, cutOff);
                cutOff.kill();
                untilMidway(admin, other);
                other.kill();
            }
            delete(data.resolve(applicationId + "-two"));
            try (VestnikProcess without = consumer("two", protocol)) {
                untilMidway(admin, without);
                room.settle();
                Map<String, Long> rest = left.await(LIMIT, without::alive);
                assertThat(without.alive()).as("still running" + without.tail()).isTrue();
                assertThat(rest).as("left to do").isEmpty();
            }
            assertThat(published).isEqualTo(corpus.size());
            ToldViews told = new ToldViews(room, cluster.settings());
            told.assertEachUpdateIsToldOnce();
            told.assertViewsAreThoseOfTheTables(data.resolve(applicationId + "-expected"));
            told.assertNoEqualViewIsSentAgain();
        }
    }

    private VestnikProcess consumer(String name, String protocol) throws IOException {
        Path config = Files.write(
                data.resolve(applicationId + ".properties"),
                List.of("application.id=" + applicationId, "streams.group.protocol=" + protocol));
        return VestnikProcess.start(
                data,
                "consume",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--config",
                config.toString(),
                "--listen",
                "127.0.0.1:0",
                "--state-dir",
                data.resolve(applicationId + "-" + name).toString());
    }

    /** Publishes more and brings the instances to a point at which work was done since and work remains. */
    private void untilMidway(Admin admin, VestnikProcess consumer) throws Exception {
        List<CorpusGenerator.Article> stage = corpus.subList(published, published + ARTICLES);
        long before = done(admin);
        room.publish(News.lines(stage));
        published += stage.size();
        await("work was done and work remains").atMost(LIMIT).pollInterval(POLL).until(() -> {
            assertThat(consumer.alive()).as("still running" + consumer.tail()).isTrue();
            return done(admin) > before && !left.lag().isEmpty();
        });
    }

    /** Records that committed transactions have read. */
    private long done(Admin admin) throws Exception {
        return admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get().values().stream()
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Cuts all instances off as if others had taken their place: their transactions are aborted. */
    private void fence(Admin admin) throws Exception {
        List<String> own = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(applicationId))
                .toList();
        assertThat(own).isNotEmpty();
        admin.fenceProducers(own).all().get();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
