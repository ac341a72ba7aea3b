/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Tries a strategy on the history of a run. What the strategy is told cannot hold anything of the future. Whether it looks
 * for the future elsewhere, in the file of the history or in tables that it has read beforehand, shows when the future is
 * taken away: a strategy that does not peek decides the same over a history that ends where it stands.
 */
public final class Backtest {
    private Backtest() {}

    /**
     * A decision.
     *
     * @param knownAt moment after which it was taken
     * @param what the strategy's words for it
     */
    public record Decision(Instant knownAt, String what) {}

    /**
     * Runs a strategy over a history.
     *
     * @param history file of the history
     * @param strategy opens the strategy; given the file, as a strategy may want to know where it is
     * @return its decisions, in order
     * @throws InterruptedException when the thread is interrupted
     */
    public static List<Decision> run(Path history, Function<Path, Strategy> strategy)
            throws IOException, InterruptedException {
        List<Decision> decisions = new ArrayList<>();
        Strategy acting = strategy.apply(history);
        try (Follower follower = Follower.open(history, null, Pace.UNLIMITED)) {
            for (Follower.Moment moment = follower.next(); moment != null; moment = follower.next()) {
                for (String what : acting.act(moment, follower.tables())) {
                    decisions.add(new Decision(moment.knownAt(), what));
                }
            }
        }
        return decisions;
    }

    /**
     * Finds out whether a strategy peeks.
     *
     * @param history file of the history
     * @param cuts times at which the future is taken away
     * @param strategy opens the strategy anew for each run
     * @return the first decision that it takes with the future and not without, or the other way round; null when there is
     *     none
     * @throws InterruptedException when the thread is interrupted
     */
    public static @Nullable Decision peeks(Path history, List<Instant> cuts, Function<Path, Strategy> strategy)
            throws IOException, InterruptedException {
        List<Decision> all = run(history, strategy);
        for (Instant cut : cuts) {
            Path past = Files.createTempFile("history", ".avro");
            try {
                copy(history, cut, past);
                Decision different = firstDifference(until(all, cut), run(past, strategy));
                if (different != null) {
                    return different;
                }
            } finally {
                Files.deleteIfExists(past);
            }
        }
        return null;
    }

    private static void copy(Path history, Instant cut, Path past) throws IOException {
        try (History entries = History.open(history, cut);
                HistoryWriter writer = new HistoryWriter(past)) {
            entries.forEachRemaining(writer::add);
        }
    }

    private static List<Decision> until(List<Decision> decisions, Instant cut) {
        return decisions.stream()
                .filter(decision -> !decision.knownAt().isAfter(cut))
                .toList();
    }

    private static @Nullable Decision firstDifference(List<Decision> one, List<Decision> two) {
        for (int i = 0; i < Math.max(one.size(), two.size()); i++) {
            Decision a = i < one.size() ? one.get(i) : null;
            Decision b = i < two.size() ? two.get(i) : null;
            if (a == null || b == null || !a.equals(b)) {
                return a == null ? b : a;
            }
        }
        return null;
    }
}
