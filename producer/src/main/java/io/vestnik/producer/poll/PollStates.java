/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.SourceItem;
import io.vestnik.producer.http.RobotsFile;
import io.vestnik.schemas.avro.PollState;

/** What is known of each polled address, the robots.txt of their hosts among them. Safe for several threads. */
final class PollStates implements RobotsFile.Store {
    private final Map<String, PollState> states;
    private final Emitter emitter;

    /**
     * The states.
     *
     * @param restored what was known at the last run, by address
     * @param emitter is given every change
     */
    PollStates(Map<String, PollState> restored, Emitter emitter) {
        this.states = new ConcurrentHashMap<>(restored);
        this.emitter = emitter;
    }

    /** What is known of an address; of one that was never polled, that it is due. */
    PollState of(PollTarget target) {
        PollState known = states.get(target.key());
        return known != null
                ? known
                : PollState.newBuilder()
                        .setAddress(target.key())
                        .setPolledAt(Instant.EPOCH)
                        .setNextPollAt(Instant.EPOCH)
                        .setOutcome(Outcomes.NEVER)
                        .setFailures(0)
                        .build();
    }

    /** Keeps what has come to be known, behind all items that were emitted before. */
    void keep(PollState state) throws InterruptedException {
        states.put(state.getAddress(), state);
        emitter.emit(new SourceItem.Polled(state));
    }

    @Override
    public @Nullable RobotsFile get(String address) {
        PollState state = states.get(address);
        return state == null
                ? null
                : new RobotsFile(address, state.getRobots(), state.getPolledAt(), state.getNextPollAt());
    }

    @Override
    public void put(RobotsFile file) throws InterruptedException {
        keep(PollState.newBuilder()
                .setAddress(URI.create(file.address()).toString())
                .setPolledAt(file.readAt())
                .setNextPollAt(file.expiresAt())
                .setOutcome(file.text() == null ? Outcomes.UNREACHABLE : Outcomes.OK)
                .setFailures(file.text() == null ? 1 : 0)
                .setRobots(file.text())
                .build());
    }
}
