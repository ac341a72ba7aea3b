/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.vestnik.consumer.history.Follower.Moment;
import io.vestnik.consumer.history.Strategy;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Utterance;

/** Bets on a statement as soon as a second outlet carries it: that a third one will. */
final class SecondOutlet implements Strategy {
    static final int OUTLETS = 2;

    private final Set<String> bets = new TreeSet<>();

    @Override
    public List<String> act(Moment moment, TablesAsOf tables) {
        List<String> decided = new ArrayList<>();
        for (HistoryEntry change : moment.changes()) {
            if (change.getTable().equals(Topics.live().utterances.baseName()) && change.getRow() != null) {
                Utterance utterance = TablesAsOf.row(Topics.live().utterances, change);
                if (utterance.getOutlets().size() >= OUTLETS && bets.add(utterance.getUtteranceId())) {
                    decided.add(utterance.getUtteranceId());
                }
            }
        }
        return decided;
    }
}
