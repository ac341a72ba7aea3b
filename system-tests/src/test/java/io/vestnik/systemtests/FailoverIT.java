/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.schemas.ApplicationSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What holds a desk may be killed, cut off in the middle of a transaction, or revived: the desk is what the committed
 * changelog says, and the results are those of a run in which nothing happened.
 */
@Timeout(600)
class FailoverIT {
    private static final int ARTICLES = 900;
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** Commits seldom, so that a fault finds a transaction with work in it. */
    private static final Map<String, Object> SELDOM = Map.of("commit.interval.ms", 500);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<CorpusGenerator.Article> corpus;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        corpus = new CorpusGenerator(9, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES);
        try (Newsroom room = new Newsroom(cluster, "undisturbed", PARTITIONS)) {
            room.publish(News.lines(corpus));
            undisturbed = room.start(data.resolve("undisturbed")).settle(LIMIT).digests();
        }
    }

    @Test
    void shouldGoOnFromALiveStandbyWhenTheActiveDeskIsKilled() throws Exception {
        // Without tolerance for what is not restored yet, the desk stays where it is until the standby has all of it.
        Map<String, Object> settings = Map.of(ApplicationSettings.STANDBYS, 1, "kafka.acceptable.recovery.lag", 0);
        int before = ARTICLES * 2 / 3;
        try (Newsroom room = new Newsroom(cluster, "standby", PARTITIONS);
                VestnikProcess active = room.startProcess(data, "active", settings)) {
            room.publish(News.lines(corpus.subList(0, before)));
            room.settle(LIMIT, active::alive);
            try (DeskInstance standby = new DeskInstance(room, data.resolve("standby"), settings).start()) {
                await("the standby has the desk").atMost(LIMIT).until(standby::standbyIsLive);
                assertThat(standby.told()).containsExactly(before);
                assertThat(standby.restored()).as("it is not active").isZero();

                room.publish(News.lines(corpus.subList(before, ARTICLES)));
                active.kill();
                room.settle(LIMIT, standby::healthy);

                assertThat(standby.failure()).isNull();
                assertThat(standby.suspended()).isEqualTo(SuspendReason.PROMOTED);
                assertThat(standby.told()).as("the live desk went on").hasSize(1);
                assertThat(standby.restored())
                        .as("rows read from the changelog on the promotion")
                        .isLessThan(ARTICLES / 10L);
                assertThat(room.digests()).isEqualTo(undisturbed);
            }
        }
    }

    @Test
    void shouldForgetWhatAnAbortedTransactionToldTheDesk() throws Exception {
        try (Newsroom room = new Newsroom(cluster, "fenced", PARTITIONS);
                Admin admin = Admin.create(cluster.settings());
                DeskInstance instance = new DeskInstance(room, data.resolve("fenced"), SELDOM)) {
            instance.faultAfter(ARTICLES / 2, () -> fence(admin, room.applicationId()));
            publishAroundACommit(room, instance);
            room.settle(LIMIT, instance::healthy);

            assertRebuilt(instance);
            assertThat(room.digests()).isEqualTo(undisturbed);
        }
    }

    @Test
    void shouldLeaveNoTraceOfATransactionThatAFaultEnded() throws Exception {
        try (Newsroom room = new Newsroom(cluster, "faulty", PARTITIONS)) {
            int heard;
            try (DeskInstance first = new DeskInstance(room, data.resolve("faulty"), SELDOM)) {
                first.faultAfter(ARTICLES / 2, () -> {
                    throw new TimeoutException("once");
                });
                publishAroundACommit(room, first);
                await("the fault ends the instance").atMost(LIMIT).until(() -> !first.healthy());
                heard = first.told().get(0);
            }
            try (DeskInstance second = new DeskInstance(room, data.resolve("faulty"), SELDOM).start()) {
                room.settle(LIMIT, second::healthy);

                assertThat(second.failure()).isNull();
                assertThat(second.restored()).as("rows restored").isPositive().isLessThan(heard);
                assertThat(second.told()).containsExactly(ARTICLES);
                assertThat(room.digests()).isEqualTo(undisturbed);
            }
        }
    }

    // Whether a rebalance comes before the task is open again is a matter of chance.
    @RepeatedTest(3)
    void shouldRebuildTheDeskOfARevivedTaskFromTheChangelog(RepetitionInfo repetition) throws Exception {
        String name = "revived" + repetition.getCurrentRepetition();
        try (Newsroom room = new Newsroom(cluster, name, PARTITIONS);
                DeskInstance instance = new DeskInstance(room, data.resolve(name), SELDOM)) {
            int partition = Utils.toPositive(Utils.murmur2("ru".getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
            instance.faultAfter(ARTICLES / 2, () -> {
                // As Kafka Streams does when a broker does not answer in time: the task is closed and opened again.
                throw new TaskCorruptedException(Set.of(instance.deskTask(partition)));
            });
            publishAroundACommit(room, instance);
            room.settle(LIMIT, instance::healthy);

            // Kafka Streams commits the other tasks of the thread first, and in the same transaction what this one has
            // sent. So the new desk may hear of articles that it was restored with, which must change nothing.
            assertRebuilt(instance);
            assertThat(room.digests()).isEqualTo(undisturbed);
        }
    }

    /** Publishes a third of the articles, waits until the instance has committed them, and publishes the others. */
    private static void publishAroundACommit(Newsroom room, DeskInstance instance) throws Exception {
        int committed = ARTICLES / 3;
        room.publish(News.lines(corpus.subList(0, committed)));
        instance.start();
        room.settle(LIMIT, instance::healthy);
        room.publish(News.lines(corpus.subList(committed, ARTICLES)));
    }

    /** The desk that had heard of what was never committed is gone; a new one knows what was. */
    private static void assertRebuilt(DeskInstance instance) {
        assertThat(instance.failure()).isNull();
        assertThat(instance.faultIsDue()).as("the fault was set off").isFalse();
        assertThat(instance.told()).as("desks").hasSize(2);
        int heard = instance.told().get(0);
        assertThat(instance.restored()).as("rows restored").isPositive().isLessThan(heard);
        assertThat(instance.told().get(1)).as("what the new desk was told").isGreaterThanOrEqualTo(ARTICLES);
    }

    /** Cuts the instance off as if another one had taken its place: its transaction is aborted, its sends are refused. */
    private static void fence(Admin admin, String applicationId) {
        try {
            Collection<TransactionListing> transactions =
                    admin.listTransactions().all().get();
            List<String> own = transactions.stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(applicationId))
                    .toList();
            assertThat(own).isNotEmpty();
            admin.fenceProducers(own).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
