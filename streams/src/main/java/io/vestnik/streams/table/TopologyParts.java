package io.vestnik.streams.table;

import io.vestnik.schemas.Topics;

/**
 * What every sub-topology is built from.
 *
 * @param topics the catalogue, in the namespace of this application
 * @param serdes serdes of values
 * @param stores makes stores
 * @param outputs writes rows
 * @param partitions partitions of the internal topics; those of the articles, as internal and final topics are joined
 */
public record TopologyParts(
        Topics topics, ValueSerdeCache serdes, StoreFactory stores, Outputs outputs, int partitions) {}
