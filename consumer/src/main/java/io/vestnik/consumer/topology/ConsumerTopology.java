/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.TouchedStore;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ToldSpikes;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.schemas.serde.EncodedSerde;
import io.vestnik.schemas.serde.ValueSerdes;

/**
 * The consumer's topology, three sub-topologies: topics of the news, utterances, and articles.
 *
 * <p>It is cut by what is partitioned together. Coverage, its members and entities all follow the topic of the news,
 * and each partition has all watches; utterances and their members follow the utterance; analyses and placements follow
 * the article. So every join finds both sides in its own partition, nothing is
 * sent through a repartition topic, and the consumer adds a single transactional hop. The price: the writer has to
 * partition the composite keys by their first part, and the topics joined must have the same number of partitions,
 * which {@link io.vestnik.consumer.ConsumerRunner} checks.
 *
 * <p>Each side of a join is first kept as a table of its own. A record then only says which view it touched, and a
 * touched view is computed from the tables, once per commit ({@link TouchedStore}). So it does not matter which side came
 * first, or in what order rows came: a view is a function of the final tables. A record touches its view even when it
 * changes nothing: a task that is revived may hear for a second time of records that it has kept, and whose views it has
 * not yet computed.
 */
public final class ConsumerTopology {
    private final StreamsBuilder builder;
    private final ViewSinks sinks;

    private ConsumerTopology(StreamsBuilder builder, ViewSinks sinks) {
        this.builder = builder;
        this.sinks = sinks;
    }

    /**
     * Builds the topology.
     *
     * @param topics topics to read from and to write to
     * @param config settings that act on the shape of the topology
     * @param serdes properties of the serdes, those of the schema registry among them
     */
    public static Topology build(Topics topics, TopologyConfig config, Map<String, ?> serdes) {
        StreamsBuilder builder = new StreamsBuilder(config);
        ConsumerTopology topology = new ConsumerTopology(builder, new ViewSinks(topics, serdes));
        topology.addTopics();
        topology.addUtterances();
        topology.addArticles();
        return builder.build();
    }

    private void addTopics() {
        Topics topics = sinks.topics();
        addRows(ConsumerStores.COVERAGE, topics.coverage);
        addRows(ConsumerStores.ENTITIES, topics.entities);
        addRows(ConsumerStores.WATCHES, topics.watches);
        addIndex(ConsumerStores.TOLD_SPIKES, ValueSerdes.create(ToldSpikes.class, sinks.serdes()));
        addIndex(ConsumerStores.TOPIC_MEMBERS, Serdes.String());
        addIndex(ConsumerStores.TOPIC_STORIES, Serdes.Integer());
        Serde<ArticleLine> lines = ValueSerdes.create(ArticleLine.class, sinks.serdes());
        addIndex(ConsumerStores.STORY_LINES, EncodedSerde.kept(ArticleLine.class, lines));

        KStream<RowKey, RowChange<Coverage>> coverage = source(topics.coverage, RowKey.groups(), "coverage")
                .processValues(
                        () -> new RowTable<Coverage>(ConsumerStores.COVERAGE),
                        Named.as("coverage-table"),
                        ConsumerStores.COVERAGE);
        KStream<RowKey, Long> touchedByMembers = source(topics.coverageMembers, RowKey.members(), "coverage-members")
                .processValues(
                        CoverageMemberTable::new,
                        Named.as("coverage-members-table"),
                        ConsumerStores.TOPIC_MEMBERS,
                        ConsumerStores.TOPIC_STORIES,
                        ConsumerStores.STORY_LINES);
        KStream<RowKey, RowChange<Entity>> entities = source(topics.entities, RowKey.entities(), "entities")
                .processValues(
                        () -> new RowTable<Entity>(ConsumerStores.ENTITIES),
                        Named.as("entities-table"),
                        ConsumerStores.ENTITIES);
        KStream<RowKey, RowChange<Watch>> watches = source(topics.watches, RowKey.watches(), "watches")
                .processValues(
                        () -> new RowTable<Watch>(ConsumerStores.WATCHES),
                        Named.as("watches-table"),
                        ConsumerStores.WATCHES);

        KStream<RowKey, TopicRows> touched = touched(
                        touchedBy(coverage, "coverage")
                                .merge(touchedByMembers, Named.as("touched-by-coverage"))
                                .merge(touchedBy(entities, "entities"), Named.as("touched-by-topics"))
                                .merge(touchedBy(watches, "watches"), Named.as("touched-by-watches")),
                        ConsumerStores.TOUCHED_TOPICS)
                .processValues(
                        TopicRows.Reader::new,
                        Named.as("topic-rows"),
                        ConsumerStores.COVERAGE,
                        ConsumerStores.TOPIC_STORIES);

        StoryViews.add(touched, sinks);
        CoverageViews.add(touched, sinks);
        EntityViews.add(touched, sinks);
        Updates.add(coverage, sinks);
        SpikeUpdates.add(touched, sinks);
    }

    private void addUtterances() {
        Topics topics = sinks.topics();
        addRows(ConsumerStores.UTTERANCES, topics.utterances);
        addRows(ConsumerStores.UTTERANCE_MEMBERS, topics.utteranceMembers);
        addIndex(ConsumerStores.UTTERANCE_MEMBER_ORDER, Serdes.String());

        KStream<RowKey, RowChange<Utterance>> utterances = source(topics.utterances, RowKey.groups(), "utterances")
                .processValues(
                        () -> new RowTable<Utterance>(ConsumerStores.UTTERANCES),
                        Named.as("utterances-table"),
                        ConsumerStores.UTTERANCES);
        KStream<RowKey, Long> touchedByMembers = source(
                        topics.utteranceMembers, RowKey.renderings(), "utterance-members")
                .processValues(
                        UtteranceMemberTable::new,
                        Named.as("utterance-members-table"),
                        ConsumerStores.UTTERANCE_MEMBERS,
                        ConsumerStores.UTTERANCE_MEMBER_ORDER);

        UtteranceViews.add(
                touched(
                        touchedBy(utterances, "utterances").merge(touchedByMembers, Named.as("touched-by-utterances")),
                        ConsumerStores.TOUCHED_UTTERANCES),
                sinks);
    }

    private void addArticles() {
        Topics topics = sinks.topics();
        addRows(ConsumerStores.SAID, topics.viewArticles);
        addRows(ConsumerStores.PLACEMENTS, topics.placements);
        addIndex(LocalQueryStore.FIRST_ARTICLES, Serdes.String());

        KStream<RowKey, RowChange<ArticleView>> said = source(topics.analyses, RowKey.groups(), "analyses")
                .mapValues(ArticleViews::said, Named.as("analyses-said"))
                .processValues(
                        () -> new RowTable<ArticleView>(ConsumerStores.SAID),
                        Named.as("analyses-table"),
                        ConsumerStores.SAID);
        KStream<RowKey, RowChange<Placement>> placements = source(topics.placements, RowKey.groups(), "placements")
                .processValues(
                        () -> new RowTable<Placement>(ConsumerStores.PLACEMENTS),
                        Named.as("placements-table"),
                        ConsumerStores.PLACEMENTS)
                .processValues(
                        FirstArticles<Placement>::new,
                        Named.as("placements-first-articles"),
                        LocalQueryStore.FIRST_ARTICLES);

        ArticleViews.add(
                touched(
                        touchedBy(said, "analyses")
                                .merge(touchedBy(placements, "placements"), Named.as("touched-by-articles")),
                        ConsumerStores.TOUCHED_ARTICLES),
                sinks);
    }

    private <V extends SpecificRecord> KStream<RowKey, Encoded<V>> source(
            Topic<V> topic, Serde<RowKey> keys, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(keys, EncodedSerde.over(topic.serde(sinks.serdes())))
                        .withName(name + "-source"));
    }

    private static <V extends SpecificRecord> KStream<RowKey, Long> touchedBy(
            KStream<RowKey, RowChange<V>> changes, String name) {
        return changes.processValues(TouchedAt<RowChange<V>>::new, Named.as(name + "-touch"));
    }

    /** Each touched key once per commit, with the greatest time that it was touched at. */
    private static KStream<RowKey, Long> touched(KStream<RowKey, Long> touched, String store) {
        return touched.groupByKey(Grouped.with(store, RowKey.groups(), Serdes.Long()))
                .reduce(Math::max, Named.as(store), TouchedStore.table(store, RowKey.groups()))
                .toStream(Named.as(store + "-flushed"));
    }

    private <V extends SpecificRecord> void addRows(String name, Topic<V> topic) {
        builder.addStateStore(
                ConsumerStores.store(name, EncodedSerde.kept(topic.valueType(), topic.serde(sinks.serdes()))));
    }

    private <V> void addIndex(String name, Serde<V> serde) {
        builder.addStateStore(ConsumerStores.store(name, serde));
    }
}
