/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.List;

import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.SpeakerCount;

/** The heads of the lists of a row, in the orders that the schemas give. */
final class Top {
    private Top() {}

    /** Most active outlets. */
    static List<OutletCount> outlets(TopicTallies tallies, int limit) {
        return tallies.outlets().first(limit).stream()
                .map(tally -> new OutletCount(Names.clip(tally.outlet), tally.articles))
                .toList();
    }

    /** Most quoted speakers. */
    static List<SpeakerCount> speakers(TopicTallies tallies, int limit) {
        return tallies.speakers().first(limit).stream()
                .map(tally -> new SpeakerCount(Names.clip(tally.speaker), tally.entityId, tally.quotes, tally.articles))
                .toList();
    }

    /** Most named entities but one. */
    static List<EntityCount> entities(TopicTallies tallies, String except, int limit) {
        return tallies.entities().first(limit + 1).stream()
                .filter(tally -> !tally.entityId.equals(except))
                .limit(limit)
                .map(tally -> new EntityCount(
                        tally.entityId, Names.clip(tally.name()), tally.type, tally.articles, tally.mentions))
                .toList();
    }
}
