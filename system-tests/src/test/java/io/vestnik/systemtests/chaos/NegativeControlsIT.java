/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.RejoiningClientSupplier;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the guarantees say when something that they rest on is taken away. Each fault is placed where it must do harm, and
 * the same fault does none when everything is in its place.
 */
@Timeout(900)
class NegativeControlsIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ARTICLES = 40;
    private static final long SEED = 7;

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static ChaosCorpus corpus;

    @BeforeAll
    static void start() throws Exception {
        corpus = new ChaosCorpus(SEED, ARTICLES);
    }

    /** What is only appended to, and what finds that something was appended twice. */
    enum Appended {
        HISTORY("the history says of article"),
        STORY_CHANGES("story "),
        DEAD_LETTERS("dead letters of");

        private final String violation;

        Appended(String violation) {
            this.violation = violation;
        }

        Topic<?> topic(Topics topics) {
            return switch (this) {
                case HISTORY -> topics.history;
                case STORY_CHANGES -> topics.storyChanges;
                case DEAD_LETTERS -> topics.deadLetters;
            };
        }

        void assertDoubled(Run run, Observed observed) {
            Guarantee guarantee =
                    this == DEAD_LETTERS ? new DeadLettersExact(run.poison) : new NothingDoubled(corpus.truth());
            assertThat(guarantee.violations(observed))
                    .anySatisfy(found -> assertThat(found).startsWith(violation));
        }
    }

    /** A run over the corpus whose first instance is killed in a commit. */
    private record Run(Newsroom room, LogReader reader, Map<String, String> poison) {
        Observed read(IsolationLevel isolation) throws Exception {
            return reader.read(isolation, PATIENCE);
        }

        List<String> violations(Observed observed) {
            return Stream.of(
                            new NothingLost(corpus.truth()),
                            new NothingDoubled(corpus.truth()),
                            new DeadLettersExact(poison),
                            new CountsExact(corpus.truth()),
                            new StoresAgree(room.applicationId()),
                            new NoOpenTransactions())
                    .flatMap(guarantee -> guarantee.violations(observed).stream())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindWhatIsDoubledWithoutExactlyOnce(Appended appended) throws Exception {
        killed(appended, "at_least_once", run -> {
            Observed observed = run.read(IsolationLevel.READ_COMMITTED);

            appended.assertDoubled(run, observed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingWithExactlyOnceUnlessItReadsWhatWasAborted(Appended appended) throws Exception {
        killed(appended, "exactly_once_v2", run -> {
            assertThat(run.violations(run.read(IsolationLevel.READ_COMMITTED))).isEmpty();

            appended.assertDoubled(run, run.read(IsolationLevel.READ_UNCOMMITTED));
        });
    }

    /** What is looked at after a run. */
    @FunctionalInterface
    private interface Verdict {
        void on(Run run) throws Exception;
    }

    private static void killed(Appended appended, String guarantee, Verdict verdict) throws Exception {
        String name = (appended.name() + guarantee).replace("_", "").toLowerCase(Locale.ROOT);
        Map<String, Object> settings = Map.of(ApplicationSettings.GUARANTEE, guarantee);
        try (Admin admin = Admin.create(cluster.settings());
                Newsroom room = new Newsroom(cluster, name, 1);
                Feed feed = new Feed(cluster.settings(), room.topics(), new Random(SEED))) {
            feed.send(corpus.events());
            assertThat(feed.poison()).isNotEmpty();
            try (ControlInstance first = instance(
                    room,
                    settings,
                    FaultyClients.dyingAfter(appended.topic(room.topics()).name()))) {
                await("it dies").atMost(LIMIT).until(() -> !first.healthy());
                assertThat(first.failure()).isInstanceOf(FaultyClients.Killed.class);
            }
            try (ControlInstance second = instance(room, settings, new RejoiningClientSupplier())) {
                room.settle(LIMIT, second::healthy);
                assertThat(second.failure()).isNull();
            }
            verdict.on(new Run(
                    room,
                    new LogReader(admin, cluster.settings(), room.topics(), List.of(room.applicationId())),
                    feed.poison()));
        }
    }

    @Test
    void shouldFindWhatADeskForgetsWithoutItsChangelog() throws Exception {
        try (Admin admin = Admin.create(cluster.settings());
                Newsroom room = new Newsroom(cluster, "forgetful", 1);
                Feed feed = new Feed(cluster.settings(), room.topics(), new Random(SEED))) {
            KafkaClientSupplier clients =
                    FaultyClients.losing(topic -> topic.equals(room.applicationId() + "-desk-articles-changelog"));
            // Copies come after the restart, and what they were copied from before.
            List<ArticleEvent> copies = corpus.events().stream()
                    .filter(event -> corpus.truth().copies().containsKey(event.getArticleId()))
                    .toList();
            assertThat(copies).isNotEmpty();
            feed.send(corpus.events().stream()
                    .filter(event -> !copies.contains(event))
                    .toList());
            try (ControlInstance first = instance(room, Map.of(), clients)) {
                room.settle(LIMIT, first::healthy);
            }
            feed.send(copies);
            try (ControlInstance second = instance(room, Map.of(), clients)) {
                room.settle(LIMIT, second::healthy);
                assertThat(second.failure()).isNull();
            }
            Observed observed = new LogReader(admin, cluster.settings(), room.topics(), List.of(room.applicationId()))
                    .read(IsolationLevel.READ_COMMITTED, PATIENCE);

            assertThat(new CountsExact(corpus.truth()).violations(observed))
                    .anySatisfy(found -> assertThat(found).contains("is placed as a copy of null, but is one of"));
            assertThat(new StoresAgree(room.applicationId()).violations(observed))
                    .anySatisfy(found ->
                            assertThat(found).startsWith("desk-articles and").endsWith("not kept"));
            Map<String, String> undisturbed =
                    new Undisturbed(corpus.lines(), Files.createTempDirectory(data, "undisturbed")).digests();
            assertThat(new SameDigest(undisturbed).violations(observed))
                    .anySatisfy(found -> assertThat(found).startsWith("news.placements.v1 has digest"));
        }
    }

    private static ControlInstance instance(Newsroom room, Map<String, ?> settings, KafkaClientSupplier clients) {
        return new ControlInstance(room, data.resolve(room.applicationId()), settings, clients);
    }
}
