/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

import io.vestnik.consumer.history.Backtest;
import io.vestnik.consumer.history.Backtest.Decision;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Utterance;

/** Tries {@link SecondOutlet} on the history of a replay and tells how its bets have ended. */
public final class PickUpBacktest {
    private static final int WON = 3;
    private static final int CUTS = 5;

    private PickUpBacktest() {}

    /**
     * Runs it.
     *
     * @param arguments the history of a run, as {@code runs/spring/history.avro}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Name the history of a run, as runs/spring/history.avro");
            System.exit(2);
        }
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path history, PrintStream out) throws IOException, InterruptedException {
        List<Decision> bets = Backtest.run(history, path -> new SecondOutlet());
        TablesAsOf ended = TablesAsOf.read(history, null);
        SortedMap<String, Utterance> utterances = ended.rows(Topics.live().utterances);
        long won = bets.stream()
                .map(bet -> utterances.get(bet.what()))
                .filter(utterance -> utterance != null && utterance.getOutlets().size() >= WON)
                .count();
        out.println("bets on statements that a second outlet carries: " + bets.size() + ", won: " + won);
        PickUpTimes.medians(ended)
                .forEach((outlet, lag) -> out.println(outlet + " has statements " + lag + " after the first (median)"));
        Decision peek = Backtest.peeks(history, cuts(bets), path -> new SecondOutlet());
        out.println(peek == null ? "the strategy does not peek" : "the strategy peeks: " + peek);
    }

    /** A few of the moments in which it acts, and the end. */
    private static List<Instant> cuts(List<Decision> bets) {
        int step = Math.max(1, bets.size() / CUTS);
        return IntStream.range(0, bets.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> bets.get(i).knownAt())
                .toList();
    }
}
