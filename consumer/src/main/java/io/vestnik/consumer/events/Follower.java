/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of updates into a window, from as far back as the window can hold, so that readers find it full when they
 * come back after a restart. When the topic is made anew, or the cluster cannot be read, it begins again with a new window.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How long a look into the log waits for news. */
    static final Duration POLL = Duration.ofMillis(200);

    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_MS = 500;

    private final UpdateLog log;
    private final EventSettings settings;
    private final EventMeters meters;
    private final Runnable onNews;
    private final Runnable onEnd;
    private final Consumer<Throwable> onFault;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Window window;

    /**
     * Over a log.
     *
     * @param onNews told when something was added to the window
     * @param onEnd told when the window is a window no more
     * @param onFault told of a fault that trying again does not help against; it follows no more
     */
    Follower(
            UpdateLog log,
            EventSettings settings,
            EventMeters meters,
            Runnable onNews,
            Runnable onEnd,
            Consumer<Throwable> onFault) {
        this.log = log;
        this.settings = settings;
        this.meters = meters;
        this.onNews = onNews;
        this.onEnd = onEnd;
        this.onFault = onFault;
        this.thread = LiveUpdates.daemon(this::run, "vestnik-events-follower");
    }

    void start() {
        thread.start();
    }

    /** The window; null while there is none that reaches to the end of the log. */
    @Nullable Window window() {
        return window;
    }

    void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            do {
                follow();
            } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Followed no more", e);
        } catch (RuntimeException e) {
            LOG.error("The topic of updates cannot be followed", e);
            onFault.accept(e);
        } finally {
            stop();
        }
    }

    private void follow() {
        try {
            UpdateLog.Bounds bounds = log.bounds();
            OffsetVector from = back(bounds);
            try (UpdateLog.Cursor cursor = log.read(from)) {
                follow(cursor, new Window(from, settings.windowUpdates(), settings.windowBytes()), bounds.end());
            }
        } catch (InterruptException e) {
            throw e;
        } catch (UpdateLog.OutOfRangeException e) {
            LOG.warn("The topic of updates is followed anew: {}", e.getMessage());
        } catch (KafkaException e) {
            LOG.warn("The topic of updates cannot be read; trying again", e);
        } finally {
            stop();
        }
    }

    private void follow(UpdateLog.Cursor cursor, Window filled, OffsetVector end) {
        long checked = System.nanoTime();
        while (closed.getCount() > 0) {
            List<Update> updates = cursor.poll(POLL);
            filled.add(updates, cursor.position());
            if (window == null) {
                if (filled.newest().reaches(end)) {
                    window = filled;
                }
            } else if (!updates.isEmpty()) {
                meters.read(updates.size());
                onNews.run();
            }
            if (System.nanoTime() - checked > CHECK_NANOS) {
                check(end);
                checked = System.nanoTime();
            }
        }
    }

    /** The client goes on with a topic that was made anew under the same name as if nothing had happened. */
    private void check(OffsetVector begun) {
        OffsetVector now = log.bounds().end();
        if (!now.topicId().equals(begun.topicId()) || now.partitions() != begun.partitions()) {
            throw new UpdateLog.OutOfRangeException("it was made anew, or has other partitions", null);
        }
    }

    private OffsetVector back(UpdateLog.Bounds bounds) {
        long[] from = new long[bounds.end().partitions()];
        for (int partition = 0; partition < from.length; partition++) {
            from[partition] =
                    Math.max(bounds.begin().next(partition), bounds.end().next(partition) - settings.windowUpdates());
        }
        return new OffsetVector(bounds.end().topicId(), from);
    }

    private void stop() {
        if (window != null) {
            window = null;
            onEnd.run();
        }
    }
}
