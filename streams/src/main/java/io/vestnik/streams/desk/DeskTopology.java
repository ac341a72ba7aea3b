/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.function.Function;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.internal.ColdGroup;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.EmittedUtterance;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.table.ObjectStoreSupplier;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Step 2, by language: commands in; placements to the merge, utterances and what became of stories out. One task holds
 * all articles of a language, as any cut by article would part the pairs that it is to find.
 */
public final class DeskTopology {
    static final String ARTICLES = "desk-articles";
    static final String UTTERANCES = "desk-utterances";
    static final String STORIES = "desk-stories";
    static final String STORY_SIZES = "desk-story-sizes";
    static final String MARKS = "desk-marks";
    static final String ARCHIVE = "desk-archive";
    static final String COLD = "desk-cold";
    static final String COLD_GROUPS = "desk-cold-groups";

    private DeskTopology() {}

    /**
     * Adds the step.
     *
     * @param commands commands by language
     * @param desks opens an empty desk of a language
     * @param settings how long the desks remember
     * @return what the desks say, by article
     */
    public static KStream<String, DeskResult> add(
            StreamsBuilder builder,
            TopologyParts parts,
            KStream<String, Encoded<DeskCommand>> commands,
            Function<String, LanguageDesk> desks,
            DeskSettings settings) {
        builder.addStateStore(parts.stores()
                .store(
                        new ObjectStoreSupplier(
                                ARTICLES,
                                "desk",
                                name -> new DeskStore(
                                        name,
                                        parts.serdes().of(DeskCommand.class).deserializer(),
                                        new Desks(desks))),
                        parts.serdes().encoded(DeskCommand.class)));
        builder.addStateStore(parts.stores().records(UTTERANCES, EmittedUtterance.class));
        builder.addStateStore(parts.stores().values(STORIES, Serdes.String()));
        // Written again with nearly each article, and needed once per commit.
        builder.addStateStore(parts.stores().values(STORY_SIZES, Serdes.Long()).withCachingEnabled());
        builder.addStateStore(parts.stores().values(MARKS, Serdes.Long()).withCachingEnabled());
        builder.addStateStore(parts.stores().encoded(ARCHIVE, DeskCommand.class));
        builder.addStateStore(parts.stores().values(COLD, Serdes.String()));
        builder.addStateStore(parts.stores().records(COLD_GROUPS, ColdGroup.class));

        KStream<String, StepOutput> outputs = commands.process(
                () -> new DeskProcessor(parts, settings),
                Named.as("place"),
                ARTICLES,
                UTTERANCES,
                STORIES,
                STORY_SIZES,
                MARKS,
                ARCHIVE,
                COLD,
                COLD_GROUPS);

        parts.outputs().writeRows(outputs, "desk", parts.topics().utterances, parts.topics().utteranceMembers);

        Outputs.messages(outputs, StoryChange.class, "story-changes")
                .to(
                        parts.topics().storyChanges.name(),
                        Produced.with(parts.serdes().keys(), parts.serdes().of(StoryChange.class))
                                .withName("story-changes-to-log"));

        return Outputs.messages(outputs, DeskResult.class, "desk-results")
                .repartition(Repartitioned.<String, DeskResult>as("placement")
                        .withKeySerde(parts.serdes().keys())
                        .withValueSerde(parts.serdes().of(DeskResult.class))
                        .withNumberOfPartitions(parts.partitions()));
    }
}
