package io.vestnik.streams.placement;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.PlacementState;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;

/**
 * Step 3, by article: analyses and the desks' answers in; placements and contributions out. The only writer of
 * placements.
 */
public final class PlacementTopology {
    static final String STATES = "placement-state";

    private PlacementTopology() {}

    /**
     * Adds the step. Its two inputs have the same number of partitions and share a store, so that one task sees all of
     * an article.
     *
     * @param results what the desks say, by article
     * @return contributions and withdrawals, by topic
     */
    public static KStream<String, ContributionChange> add(
            StreamsBuilder builder, TopologyParts parts, KStream<String, DeskResult> results) {
        builder.addStateStore(parts.stores().records(STATES, PlacementState.class));
        PlacementMerge merge = new PlacementMerge(parts.topics().placements);

        KStream<String, Analysis> analyses = builder.stream(
                parts.topics().analyses.name(),
                Consumed.with(parts.serdes().keys(), parts.serdes().of(Analysis.class))
                        .withName("analyses"));

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
