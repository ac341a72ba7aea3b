/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.placement;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.PlacementState;
import io.vestnik.streams.article.AnalysisChange;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Step 3, by article: analyses and the desks' answers in; placements and contributions out. The only writer of
 * placements.
 */
public final class PlacementTopology {
    static final String STATES = "placement-state";

    private PlacementTopology() {}

    /**
     * Adds the step. The analyses do not leave the task that has made them: both inputs are kept by article, have the
     * same number of partitions and share a store, so one task sees all of an article.
     *
     * @param analyses changes of analyses, by article
     * @param results what the desks say, by article
     * @return contributions and withdrawals, by topic
     */
    public static KStream<String, ContributionChange> add(
            StreamsBuilder builder,
            TopologyParts parts,
            KStream<String, AnalysisChange> analyses,
            KStream<String, DeskResult> results) {
        // The analysis and the desk's answer of most articles come within one commit.
        builder.addStateStore(
                parts.stores().records(STATES, PlacementState.class).withCachingEnabled());
        PlacementMerge merge = new PlacementMerge(parts.topics().placements);

        KStream<String, StepOutput> outputs = analyses.process(
                        () -> new PlacementProcessor.OfAnalyses(merge), Named.as("merge-analyses"), STATES)
                .merge(
                        results.process(
                                () -> new PlacementProcessor.OfResults(merge), Named.as("merge-results"), STATES),
                        Named.as("merged"));

        parts.outputs().writeRows(outputs, "placement", parts.topics().placements);

        return Outputs.messages(outputs, ContributionChange.class, "contributions")
                .repartition(Repartitioned.<String, ContributionChange>as("coverage")
                        .withKeySerde(parts.serdes().keys())
                        .withValueSerde(parts.serdes().of(ContributionChange.class))
                        .withNumberOfPartitions(parts.partitions()));
    }
}
