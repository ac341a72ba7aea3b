/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Lets one request at a time through to each host, with a pause behind it. Safe for several threads. */
final class HostGate {
    private static final class Host {
        private boolean busy;
        private long freeAt = System.nanoTime();
        private @Nullable Instant pausedUntil;
    }

    private final Map<String, Host> hosts = new TreeMap<>();
    private final Clock clock;

    HostGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Waits for the host's turn.
     *
     * @return null when the request may be sent; {@link #leave} has to follow; else the time until which the host has
     *     asked to be left alone
     */
    synchronized @Nullable Instant enter(String name) throws InterruptedException {
        Host host = hosts.computeIfAbsent(name, key -> new Host());
        while (true) {
            if (host.pausedUntil != null) {
                if (clock.instant().isBefore(host.pausedUntil)) {
                    return host.pausedUntil;
                }
                host.pausedUntil = null;
            }
            long left = host.freeAt - System.nanoTime();
            if (!host.busy && left <= 0) {
                host.busy = true;
                return null;
            }
            wait(host.busy ? 0 : Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }

    /** Ends the turn. */
    synchronized void leave(String name, Duration gap) {
        Host host = hosts.get(name);
        if (host == null || !host.busy) {
            throw new IllegalStateException("Nobody has entered " + name);
        }
        host.busy = false;
        host.freeAt = System.nanoTime() + gap.toNanos();
        notifyAll();
    }

    /** Leaves a host alone until then. */
    synchronized void pause(String name, Instant until) {
        hosts.computeIfAbsent(name, key -> new Host()).pausedUntil = until;
        notifyAll();
    }
}
