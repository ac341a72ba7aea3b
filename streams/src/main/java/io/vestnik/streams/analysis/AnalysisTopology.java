/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.function.Function;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.article.AnalysisChange;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.watch.WatchTopology;
import io.vestnik.text.Analysis;
import io.vestnik.text.Document;

/**
 * Step 1, by article: article events and corrections in; analyses and commands to the desks out. Here the events of an article are put
 * in order, and what is wrong with an event is found before anything of it reaches a store or an internal topic.
 */
public final class AnalysisTopology {
    static final String STATES = "article-state";

    private AnalysisTopology() {}

    /**
     * What the step hands on.
     *
     * @param commands commands to the desks, by language
     * @param changes changes of analyses, by article, for others in the same task
     */
    public record Analyses(KStream<String, Encoded<DeskCommand>> commands, KStream<String, AnalysisChange> changes) {}

    /**
     * Adds the step.
     *
     * @param portion how many articles are looked at at a time when a watch was changed
     */
    public static Analyses add(
            StreamsBuilder builder,
            TopologyParts parts,
            ArticleCheck check,
            Function<Document, Analysis> analyzer,
            int portion) {
        builder.addStateStore(parts.stores().encoded(STATES, ArticleState.class));
        KStream<String, StepOutput> watched = WatchTopology.add(builder, parts, STATES, portion);

        KStream<String, ArticleEvent> articles = builder.stream(
                parts.topics().articles.name(),
                Consumed.with(parts.serdes().keys(), parts.serdes().of(ArticleEvent.class))
                        .withTimestampExtractor(new ObservedAtExtractor(check))
                        .withName("articles"));
        KStream<String, Correction> corrections = builder.stream(
                parts.topics().corrections.name(),
                Consumed.with(parts.serdes().keys(), parts.serdes().of(Correction.class))
                        .withTimestampExtractor(new ObservedAtExtractor(check))
                        .withName("corrections"));

        KStream<String, StepOutput> outputs = articles.process(
                        () -> new AnalysisProcessor(check, new ArticleRevision(analyzer), parts),
                        Named.as("analyse"),
                        STATES,
                        WatchTopology.WATCHES)
                .merge(
                        corrections.process(
                                () -> new CorrectionProcessor(new CorrectionCheck(check), parts),
                                Named.as("correct"),
                                STATES,
                                WatchTopology.WATCHES),
                        Named.as("articles-and-corrections"))
                .merge(watched, Named.as("analyses-and-watched"));

        parts.outputs().writeRows(outputs, "analysis", parts.topics().analyses);

        KStream<String, Encoded<DeskCommand>> commands = Outputs.messages(outputs, DeskCommand.class, "desk-commands")
                .mapValues(Encoded::later, Named.as("desk-commands-to-write"))
                .repartition(Repartitioned.<String, Encoded<DeskCommand>>as("desk")
                        .withKeySerde(parts.serdes().keys())
                        .withValueSerde(parts.serdes().encoded(DeskCommand.class))
                        .withNumberOfPartitions(parts.partitions()));
        return new Analyses(commands, Outputs.messages(outputs, AnalysisChange.class, "analysis-changes"));
    }
}
