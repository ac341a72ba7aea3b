/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.FixedIndex;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.schemas.Topics;

/**
 * An index for each of the last few times that somebody asked of, made of the views of that time when it is asked for. So an
 * answer can hold nothing of what came later, neither in what is selected nor in how it is scored.
 *
 * <p>Making one costs as much as indexing the views of the time once. Whoever asks waits a while for it, and is told to ask
 * again then; it is made to its end meanwhile.
 */
public final class PastIndexes implements AsOfSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastIndexes.class);

    /** How many times are kept; the one that was not asked of for longest goes first. */
    static final int KEPT = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** An index may lack what the history was told late for so long, as the one of now lags too. */
    private static final Duration LAG = Duration.ofSeconds(30);

    private final HistoryStore history;
    private final Topics topics;
    private final BooleanSupplier complete;
    private final Path directory;
    private final Duration patience;
    private final Duration lag;
    private final Map<Instant, Made> made = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService maker;

    /** An index that is there or is being made. */
    private static final class Made {
        private final CompletableFuture<FixedIndex> index = new CompletableFuture<>();
        private final long since = System.nanoTime();
        private boolean outdated;
    }

    /**
     * Over a history.
     *
     * @param complete whether it holds all that was known when the instance started
     * @param directory for the indexes alone; what it holds is removed
     * @param onFault hears of what cannot be told to anybody who asks, as that an index cannot be removed
     * @throws UncheckedIOException when what it holds cannot be removed
     */
    public PastIndexes(
            HistoryStore history,
            Topics topics,
            BooleanSupplier complete,
            Path directory,
            Consumer<Throwable> onFault) {
        this(history, topics, complete, directory, onFault, PATIENCE, LAG);
    }

    PastIndexes(
            HistoryStore history,
            Topics topics,
            BooleanSupplier complete,
            Path directory,
            Consumer<Throwable> onFault,
            Duration patience,
            Duration lag) {
        this.history = history;
        this.topics = topics;
        this.complete = complete;
        this.directory = directory;
        this.patience = patience;
        this.lag = lag;
        maker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "past-index");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, fault) -> onFault.accept(fault));
            return thread;
        });
        try {
            // What a kill has left may hold what was erased since.
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove what is left in " + directory, e);
        }
        history.onWritten(this::written);
    }

    @Override
    public SearchIndex at(Instant time) {
        if (!complete.getAsBoolean()) {
            throw new NotReadyException("The history is still being read. Ask again in a moment.");
        }
        try {
            return of(time).index
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .search();
        } catch (TimeoutException e) {
            throw new NotReadyException(
                    "What was known at " + time + " is still being indexed. Ask again in a moment.", e);
        } catch (CancellationException e) {
            throw new NotReadyException("Too many times are asked of at once. Ask again in a moment.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("The consumer is ending. Ask again in a moment.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            // A problem is told as it is; it may be another one for who asks next.
            throw cause instanceof Problem problem
                    ? problem
                    : cause instanceof NotReadyException notReady
                            ? notReady
                            : new IllegalStateException("cannot index what was known at " + time, cause);
        }
    }

    private synchronized Made of(Instant time) {
        Made known = made.get(time);
        if (known != null && !isPast(known)) {
            return known;
        }
        if (known != null) {
            made.remove(time);
            discard(known);
        }
        Made begun = new Made();
        made.put(time, begun);
        Iterator<Made> eldest = made.values().iterator();
        while (made.size() > KEPT) {
            Made old = eldest.next();
            eldest.remove();
            discard(old);
        }
        Path path = directory.resolve(Integer.toString(number.incrementAndGet()));
        maker.execute(() -> make(begun, time, path));
        return begun;
    }

    private boolean isPast(Made known) {
        return known.index.isCompletedExceptionally()
                || (known.outdated && System.nanoTime() - known.since > lag.toNanos());
    }

    private void make(Made begun, Instant time, Path path) {
        if (begun.index.isDone()) {
            return;
        }
        FixedIndex index;
        try {
            AsOfQueryStore views = new AsOfQueryStore(history, topics, time);
            index = FixedIndex.make(
                    path,
                    receiver -> views.forEach(view -> {
                        if (begun.index.isDone()) {
                            throw new CancellationException("nobody needs it any more");
                        }
                        receiver.accept(view);
                    }));
        } catch (Problem | NotReadyException | CancellationException e) {
            begun.index.completeExceptionally(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("What was known at {} cannot be indexed", time, e);
            begun.index.completeExceptionally(e);
            return;
        }
        if (!begun.index.complete(index)) {
            index.close();
        }
    }

    /** Closed on another thread than the one that asks, as closing waits for those who read it. */
    private void discard(Made old) {
        if (!old.index.cancel(false)) {
            maker.execute(() -> close(old));
        }
    }

    private static void close(Made old) {
        if (!old.index.isCompletedExceptionally()) {
            old.index.join().close();
        }
    }

    /** What is written of a time outdates the indexes of it and of those behind it. */
    private synchronized void written(Instant earliest) {
        made.forEach((time, index) -> index.outdated |= !time.isBefore(earliest));
    }

    @Override
    public void close() {
        List<Made> left;
        synchronized (this) {
            left = new ArrayList<>(made.values());
            made.clear();
        }
        left.forEach(this::discard);
        maker.shutdown();
        try {
            if (!maker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("An index of the past is still being made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
