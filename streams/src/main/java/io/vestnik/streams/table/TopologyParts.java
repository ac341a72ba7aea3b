/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.time.Instant;

import io.vestnik.schemas.Topics;

/**
 * What every sub-topology is built from.
 *
 * @param topics the catalogue, in the namespace of this application
 * @param serdes serdes of values
 * @param stores makes stores
 * @param outputs writes rows
 * @param partitions partitions of the internal topics; those of the articles, as internal and final topics are joined
 * @param since what this application says was known then at the earliest: before that others wrote the tables
 */
public record TopologyParts(
        Topics topics, ValueSerdeCache serdes, StoreFactory stores, Outputs outputs, int partitions, Instant since) {
    /** When something is known that follows from events up to the given time. */
    public Instant knownAt(Instant latest) {
        return latest.isBefore(since) ? since : latest;
    }
}
