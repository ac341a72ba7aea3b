/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the live updates, from its opening to its end. It takes updates from the window when its connection can
 * take bytes, so the window is its queue: who falls out of it is told so and cut off. No thread waits for it, but for the
 * one that reads the log for it while it catches up.
 */
final class EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

    /** Updates that are looked at in one go. */
    private static final int SLICE = 64;
    /** Bytes that may wait while it catches up, but for the last batch that was read. */
    private static final int MOST_PENDING_BYTES = 256 * 1024;

    private enum Mode {
        CATCHING_UP,
        LIVE,
        ENDING,
        ENDED
    }

    private final EventFilter filter;
    private final EventChannel channel;
    private final EventMeters meters;
    private final long stallNanos;
    private final Consumer<EventReader> onEnd;
    private final Object lock = new Object();

    private final Deque<byte[]> pending = new ArrayDeque<>();
    private int pendingBytes;
    private Mode mode = Mode.CATCHING_UP;
    private OffsetVector vector;
    private @Nullable Window window;
    private OffsetVector liveFrom;
    private long number;
    private boolean unflushed;
    private boolean spoke;
    private boolean stalled;
    private long stalledSince;

    /**
     * A reader that has yet to begin.
     *
     * @param filter what it wants to hear of
     * @param from where it goes on
     * @param opening what it is written first
     * @param stallNanos after such a time without taking a byte it is cut off
     * @param onEnd told once, when it is over
     */
    EventReader(
            EventFilter filter,
            OffsetVector from,
            byte[] opening,
            EventChannel channel,
            EventMeters meters,
            long stallNanos,
            Consumer<EventReader> onEnd) {
        this.filter = filter;
        this.vector = from;
        this.liveFrom = from;
        this.channel = channel;
        this.meters = meters;
        this.stallNanos = stallNanos;
        this.onEnd = onEnd;
        queue(opening);
    }

    /** Where it goes on behind what it was given. */
    OffsetVector vector() {
        synchronized (lock) {
            return vector;
        }
    }

    /**
     * Goes on with what is in the window.
     *
     * @param from number of the first update that it may have to be told
     */
    void live(Window from, long firstNumber) {
        synchronized (lock) {
            if (mode == Mode.CATCHING_UP) {
                window = from;
                number = firstNumber;
                liveFrom = vector;
                mode = Mode.LIVE;
            }
        }
        pump();
    }

    /**
     * Gives it what was read from the log, and waits while too much waits already.
     *
     * @param position behind what was read
     * @return whether it goes on
     */
    boolean catchUp(List<Update> updates, OffsetVector position) throws InterruptedException {
        synchronized (lock) {
            for (Update update : updates) {
                vector = vector.after(update.partition(), update.offset());
                if (filter.accepts(update)) {
                    queue(Frames.update(update, vector));
                    meters.told();
                }
            }
            vector = vector.max(position);
            pump();
            while (mode == Mode.CATCHING_UP && pendingBytes > MOST_PENDING_BYTES) {
                TimeUnit.NANOSECONDS.timedWait(lock, stallNanos);
            }
            return mode == Mode.CATCHING_UP;
        }
    }

    /** Writes what there is to write, as far as the connection takes it now. */
    void pump() {
        synchronized (lock) {
            try {
                while (mode != Mode.ENDED && channel.ready()) {
                    stalled = false;
                    byte[] next = next();
                    if (next != null) {
                        channel.write(next);
                        unflushed = true;
                        spoke = true;
                    } else if (unflushed) {
                        unflushed = false;
                        channel.flush();
                    } else {
                        if (mode == Mode.ENDING) {
                            finish();
                        }
                        return;
                    }
                }
                if (mode != Mode.ENDED && !stalled) {
                    stalled = true;
                    stalledSince = System.nanoTime();
                }
            } catch (IOException | IllegalStateException e) {
                LOG.debug("A reader is gone", e);
                finish();
            }
        }
    }

    /** A sign of life when nothing was written since the last time; the end of one that has long taken nothing. */
    void tick() {
        synchronized (lock) {
            if (mode == Mode.ENDED) {
                return;
            }
            if (stalled && System.nanoTime() - stalledSince > stallNanos) {
                meters.cutOff();
                finish();
                return;
            }
            if (!spoke && pending.isEmpty() && mode != Mode.ENDING) {
                queue(Frames.heartbeat(vector));
            }
            spoke = false;
        }
        pump();
    }

    /** Ends it; it can go on elsewhere with the last id that it has. */
    void end() {
        synchronized (lock) {
            finish();
        }
    }

    private void finish() {
        if (mode != Mode.ENDED) {
            mode = Mode.ENDED;
            pending.clear();
            pendingBytes = 0;
            lock.notifyAll();
            channel.end();
            onEnd.accept(this);
        }
    }

    private void queue(byte[] frame) {
        pending.add(frame);
        pendingBytes += frame.length;
    }

    private byte @Nullable [] next() {
        byte[] waiting = pending.poll();
        if (waiting != null) {
            pendingBytes -= waiting.length;
            lock.notifyAll();
            return waiting;
        }
        Window from = window;
        return mode == Mode.LIVE && from != null ? nextOf(from) : null;
    }

    private byte @Nullable [] nextOf(Window from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean end = false;
        while (!end && bytes.size() == 0) {
            Window.Slice slice = from.read(number, SLICE);
            if (slice.missed()) {
                meters.cutOff();
                mode = Mode.ENDING;
                return Frames.slow(vector);
            }
            for (Window.Entry entry : slice.entries()) {
                tell(entry, bytes);
            }
            number = slice.next();
            OffsetVector newest = slice.newest();
            if (newest != null) {
                vector = vector.max(newest);
                end = true;
            }
        }
        return bytes.size() == 0 ? null : bytes.toByteArray();
    }

    /**
     * It has had all in front of liveFrom and all of the window up to here, which is more than either when another instance
     * or the log had told it of some partition further than this window was.
     */
    private void tell(Window.Entry entry, ByteArrayOutputStream bytes) {
        Update update = entry.update();
        if (update.offset() < liveFrom.next(update.partition())) {
            return;
        }
        boolean shared = entry.after().reaches(liveFrom);
        vector = shared ? entry.after() : entry.after().max(liveFrom);
        if (filter.accepts(update)) {
            bytes.writeBytes(shared ? entry.frame() : Frames.update(update, vector));
            meters.told();
        }
    }
}
