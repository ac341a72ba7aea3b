/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.HistoryEntry;

/**
 * Gives a program the changes of a run as they became known, moment by moment, so that it can act on each before it is
 * told of the next. Within a moment changes come by table and key.
 *
 * <pre>{@code
 * try (Follower follower = Follower.open(Path.of("runs/spring/history.avro"), null, Pace.UNLIMITED)) {
 *     for (Moment moment = follower.next(); moment != null; moment = follower.next()) {
 *         strategy.act(moment);
 *     }
 * }
 * }</pre>
 */
public final class Follower implements AutoCloseable {
    private final History history;
    private final Pace pace;
    private final BooleanSupplier stopped;
    private final TablesAsOf tables = new TablesAsOf();
    private @Nullable HistoryEntry ahead;

    /**
     * What became known at one time.
     *
     * @param knownAt the time
     * @param changes the changes, by table and key
     */
    public record Moment(Instant knownAt, List<HistoryEntry> changes) {}

    private Follower(History history, Pace pace, BooleanSupplier stopped) {
        this.history = history;
        this.pace = pace;
        this.stopped = stopped;
        this.ahead = history.hasNext() ? history.next() : null;
    }

    /**
     * Opens a history to follow.
     *
     * @param path its file
     * @param asOf what became known later is left out; null for all of it
     * @param pace how fast moments follow each other
     */
    public static Follower open(Path path, @Nullable Instant asOf, Pace pace) throws IOException {
        return open(path, asOf, pace, () -> false);
    }

    /**
     * Opens a history to follow.
     *
     * @param stopped asked now and then; when it says true no moment comes any more
     */
    public static Follower open(Path path, @Nullable Instant asOf, Pace pace, BooleanSupplier stopped)
            throws IOException {
        return new Follower(History.open(path, asOf), pace, stopped);
    }

    /**
     * Waits for the next moment.
     *
     * @return what became known then; null at the end
     * @throws InterruptedException when the thread is interrupted
     */
    public @Nullable Moment next() throws InterruptedException {
        HistoryEntry first = ahead;
        if (first == null) {
            return null;
        }
        Instant knownAt = first.getKnownAt();
        pace.await(knownAt.toEpochMilli(), stopped);
        if (stopped.getAsBoolean()) {
            return null;
        }
        List<HistoryEntry> changes = new ArrayList<>();
        HistoryEntry entry = first;
        while (entry != null && entry.getKnownAt().equals(knownAt)) {
            changes.add(entry);
            tables.apply(entry);
            entry = history.hasNext() ? history.next() : null;
        }
        ahead = entry;
        return new Moment(knownAt, changes);
    }

    /** The tables as they are known now: after the last moment that was given. */
    public TablesAsOf tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        history.close();
    }
}
