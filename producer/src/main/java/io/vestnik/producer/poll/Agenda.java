/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Which document is due next, of those whose host is not being asked just now. Safe for several threads. */
final class Agenda {
    private final Map<PollTarget, Instant> due = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private final Clock clock;
    private boolean closed;

    Agenda(Clock clock) {
        this.clock = clock;
    }

    /** Adds a document; one that is known already stays as it is. */
    synchronized void add(PollTarget target, Instant at) {
        if (known.add(target.key())) {
            due.put(target, at);
            notifyAll();
        }
    }

    /** Waits for a document to be due; null when there is nothing more to come. {@link #done} has to follow. */
    synchronized @Nullable PollTarget take() throws InterruptedException {
        while (true) {
            if (closed || (due.isEmpty() && hosts.isEmpty())) {
                notifyAll();
                return null;
            }
            PollTarget first = first();
            if (first == null) {
                wait();
                continue;
            }
            Duration left = Duration.between(clock.instant(), due.get(first));
            if (left.isNegative() || left.isZero()) {
                due.remove(first);
                hosts.add(first.host());
                return first;
            }
            wait(Math.max(1, Math.min(left.toMillis(), Duration.ofMinutes(1).toMillis())));
        }
    }

    /**
     * Ends the turn of a document.
     *
     * @param next when it is due again; null when it is not
     */
    synchronized void done(PollTarget target, @Nullable Instant next) {
        hosts.remove(target.host());
        if (next != null) {
            due.put(target, next);
        }
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private @Nullable PollTarget first() {
        PollTarget first = null;
        Instant earliest = Instant.MAX;
        for (Map.Entry<PollTarget, Instant> entry : due.entrySet()) {
            if (!hosts.contains(entry.getKey().host())
                    && (first == null || entry.getValue().isBefore(earliest))) {
                first = entry.getKey();
                earliest = entry.getValue();
            }
        }
        return first;
    }
}
