/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.RejoiningClientSupplier;
import io.vestnik.streams.VestnikTopology;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.streams.desk.LanguageDesk;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.Analyzer;
import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/**
 * The real topology in this process, one thread, with an eye on the desk: how many desks were opened, what each was told,
 * what was restored. A fault can be set off once, after the desk has taken a certain article.
 */
final class DeskInstance implements AutoCloseable {
    private static final String STORE = "desk-articles";

    private final KafkaStreams streams;
    private final Topology topology;
    private final ConcurrentLinkedQueue<WatchedDesk> desks = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong restored = new AtomicLong();
    private final AtomicLong standbyAt = new AtomicLong();
    private final AtomicLong standbyEnd = new AtomicLong(-1);
    private final AtomicReference<StandbyUpdateListener.@Nullable SuspendReason> suspended = new AtomicReference<>();
    private volatile int faultAt = Integer.MAX_VALUE;
    private volatile @Nullable Runnable fault;

    /** The real desk, watched. */
    private final class WatchedDesk implements LanguageDesk {
        private final LanguageDesk desk;
        private final AtomicInteger told = new AtomicInteger();

        WatchedDesk(LanguageDesk desk) {
            this.desk = desk;
        }

        @Override
        public DeskChange put(DeskArticle article) {
            DeskChange change = desk.put(article);
            Runnable now = fault;
            if (told.incrementAndGet() >= faultAt && now != null) {
                fault = null;
                now.run();
            }
            return change;
        }

        @Override
        public DeskChange remove(String articleId) {
            told.incrementAndGet();
            return desk.remove(articleId);
        }

        @Override
        public boolean holds(String articleId) {
            return desk.holds(articleId);
        }

        @Override
        public List<ColdGroup> evict(long newest) {
            return desk.evict(newest);
        }

        @Override
        public @Nullable Placement placement(String articleId) {
            return desk.placement(articleId);
        }
    }

    DeskInstance(Newsroom room, Path state, Map<String, ?> settings) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put(ApplicationSettings.THREADS, 1);
        VestnikStreamsConfig config = room.config(state, all);
        topology = new VestnikTopology(config, Clock.systemUTC(), new Analyzer()::analyze, language -> {
                    WatchedDesk desk =
                            new WatchedDesk(new TextDesk(language, config.desk().desk()));
                    desks.add(desk);
                    return desk;
                })
                .build(room.partitions());
        streams = new KafkaStreams(topology, StreamsProperties.of(config), new RejoiningClientSupplier());
        streams.setUncaughtExceptionHandler(thrown -> {
            failure.set(thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setGlobalStateRestoreListener(new Restored());
        streams.setStandbyUpdateListener(new Updated());
    }

    DeskInstance start() {
        streams.start();
        return this;
    }

    /** Sets a fault off once a desk of this instance has been told of so many articles. */
    void faultAfter(int articles, Runnable what) {
        faultAt = articles;
        fault = what;
    }

    boolean faultIsDue() {
        return fault != null;
    }

    /** The task of the desk that works for a partition. */
    TaskId deskTask(int partition) {
        for (Subtopology part : topology.describe().subtopologies()) {
            if (part.toString().contains(STORE)) {
                return new TaskId(part.id(), partition);
            }
        }
        throw new AssertionError("no desk in " + topology.describe());
    }

    boolean healthy() {
        return failure.get() == null && streams.state() != KafkaStreams.State.ERROR;
    }

    @Nullable Throwable failure() {
        return failure.get();
    }

    /** What each desk was told so far, restored rows included, in the order in which they were opened. */
    List<Integer> told() {
        return desks.stream().map(desk -> desk.told.get()).toList();
    }

    /** Rows that desks took from the changelog to become active. */
    long restored() {
        return restored.get();
    }

    /** Whether a standby of the desk has read the changelog to its end. */
    boolean standbyIsLive() {
        return standbyEnd.get() > 0 && standbyAt.get() + 1 >= standbyEnd.get();
    }

    /** Why the desk is no standby any more; null while it is. */
    StandbyUpdateListener.@Nullable SuspendReason suspended() {
        return suspended.get();
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }

    private final class Restored implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            // What is counted is what was restored.
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long to, long rows) {
            // As above.
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long rows) {
            if (store.equals(STORE)) {
                restored.addAndGet(rows);
            }
        }
    }

    private final class Updated implements StandbyUpdateListener {
        @Override
        public void onUpdateStart(TopicPartition partition, String store, long from) {
            // Told by the first batch.
        }

        @Override
        public void onBatchLoaded(TopicPartition partition, String store, TaskId task, long to, long batch, long end) {
            if (store.equals(STORE)) {
                standbyAt.set(to);
                standbyEnd.set(end);
            }
        }

        @Override
        public void onUpdateSuspended(TopicPartition partition, String store, long at, long end, SuspendReason reason) {
            if (store.equals(STORE) && end > 0) {
                suspended.set(reason);
            }
        }
    }
}
