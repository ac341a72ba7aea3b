/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.TopicUpdate;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Live updates of one instance. One follower reads the topic of updates into a window in memory; one writer tells the
 * readers what is new there. A reader that comes back with an id that the window does not reach is read the log for, a few
 * of them at a time.
 */
public final class LiveUpdates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    /** Seconds after which one that was refused may ask again. */
    static final int RETRY_SECONDS = 5;

    private final UpdateLog log;
    private final Openings openings;
    private final EventSettings settings;
    private final EventMeters meters;
    private final Follower follower;
    private final Semaphore places;
    private final Semaphore catchUps;
    private final ExecutorService catchUpThreads;
    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();
    private final Thread writer;
    private final Object news = new Object();
    private boolean anyNews;
    private volatile boolean closed;

    /**
     * Over a log.
     *
     * @param onFault told of a fault that is not one of the network
     */
    LiveUpdates(
            UpdateLog log,
            Snapshots snapshots,
            EventSettings settings,
            EventMeters meters,
            Consumer<Throwable> onFault) {
        this.log = log;
        this.settings = settings;
        this.meters = meters;
        openings = new Openings(log, snapshots, meters);
        follower = new Follower(log, settings, meters, this::tellNews, this::endReaders, onFault);
        places = new Semaphore(settings.readers());
        catchUps = new Semaphore(settings.catchUps() * (1 + EventSettings.WAITING));
        AtomicInteger numbers = new AtomicInteger();
        catchUpThreads = Executors.newFixedThreadPool(
                settings.catchUps(), task -> daemon(task, "vestnik-events-catch-up-" + numbers.incrementAndGet()));
        writer = daemon(this::write, "vestnik-events-writer");
    }

    /**
     * Starts to follow the topic of updates.
     *
     * @param clients properties of clients and serdes
     * @param views of all instances, for snapshots
     * @param onFault told of a fault that is not one of the network
     */
    public static LiveUpdates start(
            Topic<TopicUpdate> topic,
            Map<String, ?> clients,
            Supplier<ClusterViews> views,
            EventSettings settings,
            EventMeters meters,
            Consumer<Throwable> onFault) {
        LiveUpdates updates =
                new LiveUpdates(new KafkaUpdateLog(topic, clients), Snapshots.of(views), settings, meters, onFault);
        updates.start();
        return updates;
    }

    /** Starts to follow. */
    void start() {
        follower.start();
        writer.start();
    }

    /**
     * Finds out how a reader begins. It then has a place until it ends, or until {@link #leave}.
     *
     * @param lastEventId the id that it comes with; empty = it begins now
     * @param snapshot whether one without an id wants the present rows first
     * @throws Problem when there are too many readers
     * @throws NotReadyException when the instance cannot tell now
     */
    Opening enter(EventFilter filter, String lastEventId, boolean snapshot) {
        Window window = window();
        if (!places.tryAcquire()) {
            meters.refused();
            throw new Problem(
                    503,
                    "Too many readers",
                    "This instance has " + settings.readers() + " readers, which is the most that it takes"
                            + " (events.readers). Ask another one, or again in a moment.");
        }
        Opening opening = null;
        try {
            opening = openings.of(window, filter, lastEventId, snapshot);
            if (opening.catchesUp() && !catchUps.tryAcquire()) {
                meters.refused();
                opening = null;
                throw new Problem(
                        503,
                        "Too many readers",
                        "Too many readers have ids from long ago, for which the log has to be read. Ask again in a"
                                + " moment.");
            }
            return opening;
        } finally {
            if (opening == null) {
                places.release();
            }
        }
    }

    /** Gives up the place of a reader that has not begun. */
    void leave(Opening opening) {
        if (opening.catchesUp()) {
            catchUps.release();
        }
        places.release();
    }

    /** Begins to tell a reader. It has to be pumped when its connection can take bytes. */
    EventReader begin(Opening opening, EventChannel channel) {
        EventReader reader = new EventReader(
                opening.filter(),
                opening.from(),
                opening.frame().getBytes(UTF_8),
                channel,
                meters,
                settings.stall().toNanos(),
                this::ended);
        readers.add(reader);
        meters.readers(1);
        if (opening.catchesUp()) {
            meters.catchUp();
            catchUpThreads.execute(() -> catchUp(reader));
        } else if (!goLive(reader)) {
            // The window has gone on, or is another one, since the reader has entered: it comes back with its id.
            reader.end();
        }
        if (closed) {
            reader.end();
        }
        return reader;
    }

    private void ended(EventReader reader) {
        if (readers.remove(reader)) {
            meters.readers(-1);
            places.release();
        }
    }

    private Window window() {
        Window window = follower.window();
        if (window == null) {
            throw new NotReadyException("The topic of updates is not followed yet. Ask again in a moment.");
        }
        return window;
    }

    private boolean goLive(EventReader reader) {
        Window window = follower.window();
        OffsetVector vector = reader.vector();
        if (window == null || !window.newest().topicId().equals(vector.topicId())) {
            return false;
        }
        long number = window.numberFor(vector);
        if (number < 0) {
            return false;
        }
        reader.live(window, number);
        return true;
    }

    /** Reads the log for a reader until the window has all that is still to be told. */
    private void catchUp(EventReader reader) {
        try {
            boolean goesOn = readers.contains(reader);
            if (goesOn && !goLive(reader)) {
                try (UpdateLog.Cursor cursor = log.read(reader.vector())) {
                    while (goesOn && !closed && !goLive(reader)) {
                        List<Update> updates = cursor.poll(Follower.POLL);
                        goesOn = reader.catchUp(updates, cursor.position());
                    }
                }
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            reader.end();
        } catch (UpdateLog.OutOfRangeException e) {
            LOG.info(
                    "The log has lost what a reader has not had yet; it is told when it comes back: {}",
                    e.getMessage());
            reader.end();
        } catch (KafkaException e) {
            LOG.warn("The log could not be read for a reader; it may come back", e);
            reader.end();
        } finally {
            catchUps.release();
        }
    }

    private void tellNews() {
        synchronized (news) {
            anyNews = true;
            news.notifyAll();
        }
    }

    private void endReaders() {
        readers.forEach(EventReader::end);
    }

    private void write() {
        long heartbeat = settings.heartbeat().toNanos();
        long next = System.nanoTime() + heartbeat;
        try {
            while (!closed) {
                synchronized (news) {
                    long wait = (next - System.nanoTime()) / 1_000_000;
                    if (!anyNews && wait > 0) {
                        news.wait(wait);
                    }
                    anyNews = false;
                }
                readers.forEach(EventReader::pump);
                if (System.nanoTime() - next >= 0) {
                    readers.forEach(EventReader::tick);
                    next = System.nanoTime() + heartbeat;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Whether readers can begin. */
    public boolean ready() {
        return follower.window() != null;
    }

    /** Ends all readers, which can go on at other instances. */
    @Override
    public void close() {
        closed = true;
        follower.close();
        catchUpThreads.shutdownNow();
        tellNews();
        endReaders();
        log.close();
    }
}
