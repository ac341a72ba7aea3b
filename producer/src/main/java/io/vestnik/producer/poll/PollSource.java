/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.http.Fetcher;
import io.vestnik.producer.http.HttpSettings;
import io.vestnik.producer.http.PoliteFetcher;
import io.vestnik.schemas.avro.PollState;

/**
 * Feeds and sitemaps of news that are polled. It goes on where the poll states say that the last run was. Several
 * documents are asked for at the same time, each of another host; their items come one by one, and what is known of a
 * document comes behind them, so that both are written together.
 */
public final class PollSource implements ArticleSource {
    private static final Logger LOG = LoggerFactory.getLogger(PollSource.class);

    /** Kind of source, as it stands in the article events. */
    public static final String ORIGIN = "feed";

    /** Items that wait for the publisher; each may hold a text. */
    private static final int QUEUE = 64;

    private static final long LOOK_MS = 100;

    private final BlockingQueue<SourceItem> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final Agenda agenda;
    private final PollStates states;
    private final Fetcher fetcher;
    private final Poll poll;
    private final PollSettings settings;
    private final Clock clock;
    private final Schedule schedule;
    private volatile @Nullable Throwable fault;
    private volatile boolean closed;
    private boolean published = true;

    /**
     * Begins to poll at the first call of {@link #next}.
     *
     * @param targets what is polled
     * @param restored the poll states of the last run, by address
     */
    public PollSource(
            List<PollTarget> targets,
            PollSettings settings,
            HttpSettings http,
            Map<String, PollState> restored,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.agenda = new Agenda(clock);
        this.states = new PollStates(restored, queue::put);
        this.fetcher = new PoliteFetcher(http, states, clock);
        this.schedule = new Schedule(settings.interval(), RandomGenerator.getDefault());
        Owners owners = new Owners();
        for (PollTarget target : targets) {
            PollState state = states.of(target);
            owners.restore(state);
            if (settings.once() && mustWait(state)) {
                LOG.warn("{} asked to be left alone until {} and is not polled", target.key(), state.getNextPollAt());
            } else {
                agenda.add(target, atStart(state));
            }
        }
        this.poll = new Poll(fetcher, states, owners, schedule, settings, queue::put, clock);
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public @Nullable SourceItem next() throws InterruptedException {
        if (workers.isEmpty()) {
            start();
        }
        while (!closed) {
            SourceItem item = queue.poll();
            if (item != null) {
                published = false;
                return item;
            }
            if (!published) {
                published = true;
                return SourceItem.Pause.INSTANCE;
            }
            if (working.get() == 0 && queue.isEmpty()) {
                throwFault();
                return null;
            }
            item = queue.poll(LOOK_MS, TimeUnit.MILLISECONDS);
            if (item != null) {
                published = false;
                return item;
            }
        }
        return null;
    }

    /** Ends the polling; may be called from another thread. What was handed out before is still published. */
    @Override
    public void close() {
        closed = true;
        agenda.close();
        fetcher.close();
        workers.forEach(Thread::interrupt);
    }

    private boolean mustWait(PollState state) {
        return state.getOutcome().equals(Outcomes.BUSY) && state.getNextPollAt().isAfter(clock.instant());
    }

    private Instant atStart(PollState state) {
        return settings.once() ? Instant.EPOCH : schedule.atStart(state);
    }

    private void start() {
        for (int i = 0; i < settings.threads(); i++) {
            Thread worker = new Thread(this::work, "poll-" + i);
            worker.setDaemon(true);
            workers.add(worker);
        }
        working.set(workers.size());
        workers.forEach(Thread::start);
    }

    private void work() {
        try {
            PollTarget target = agenda.take();
            while (target != null) {
                take(target);
                target = agenda.take();
            }
        } catch (InterruptedException e) {
            // The source is being closed.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fault = e;
            agenda.close();
        } finally {
            working.decrementAndGet();
        }
    }

    private void take(PollTarget target) throws InterruptedException {
        PollState state = states.of(target);
        boolean due = settings.once() || !schedule.atStart(state).isAfter(clock.instant());
        Poll.Turn turn = poll.take(target, due);
        for (URI further : turn.further()) {
            PollTarget child = new PollTarget(further, false);
            agenda.add(child, atStart(states.of(child)));
        }
        agenda.done(target, settings.once() ? null : turn.next());
    }

    private void throwFault() {
        Throwable cause = fault;
        if (cause != null) {
            throw new IllegalStateException("Polling has failed: " + cause.getMessage(), cause);
        }
    }
}
