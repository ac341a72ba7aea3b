/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.UtteranceMember;

/** How long after it was first seen anywhere each outlet had a statement. */
final class PickUpTimes {
    private PickUpTimes() {}

    /** Median by outlet, of the statements that it had after another one. Outlets without a name are left out. */
    static SortedMap<String, Duration> medians(TablesAsOf tables) {
        SortedMap<String, List<Duration>> lags = new TreeMap<>();
        firsts(tables).values().forEach(outlets -> {
            Instant first = Collections.min(outlets.values());
            outlets.forEach((outlet, at) -> {
                if (at.isAfter(first)) {
                    lags.computeIfAbsent(outlet, name -> new ArrayList<>()).add(Duration.between(first, at));
                }
            });
        });
        SortedMap<String, Duration> medians = new TreeMap<>();
        lags.forEach((outlet, all) -> {
            Collections.sort(all);
            medians.put(outlet, all.get(all.size() / 2));
        });
        return medians;
    }

    /** When each outlet first had each statement, by statement and outlet. */
    static SortedMap<String, SortedMap<String, Instant>> firsts(TablesAsOf tables) {
        SortedMap<String, SortedMap<String, Instant>> firsts = new TreeMap<>();
        for (UtteranceMember member :
                tables.rows(Topics.live().utteranceMembers).values()) {
            String outlet = member.getOutlet();
            if (outlet != null) {
                firsts.computeIfAbsent(member.getUtteranceId(), id -> new TreeMap<>())
                        .merge(outlet, member.getFirstObservedAt(), (one, two) -> one.isBefore(two) ? one : two);
            }
        }
        return firsts;
    }
}
