/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.time.Duration;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;

/**
 * The consumer's topology, two sub-topologies: topics of the news, and utterances.
 *
 * <p>It is cut by what is partitioned together. Coverage, its members and entities all follow the topic of the news;
 * utterances and their members follow the utterance. So every join finds both sides in its own partition, nothing is
 * sent through a repartition topic, and the consumer adds a single transactional hop. The price: the writer has to
 * partition the composite keys by their first part, and the topics joined must have the same number of partitions,
 * which {@link io.vestnik.consumer.ConsumerRunner} checks.
 *
 * <p>Each side of a join is first kept as a table of its own. A change then only says which key it touched, and the
 * view is computed from the tables. So it does not matter which side came first, or in what order rows came: a view is
 * a function of the final tables.
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
     * @param beat how often touched views are computed
     */
    public static Topology build(Topics topics, TopologyConfig config, Map<String, ?> serdes, Duration beat) {
        StreamsBuilder builder = new StreamsBuilder(config);
        ConsumerTopology topology = new ConsumerTopology(builder, new ViewSinks(topics, serdes, beat));
        topology.addTopics();
        topology.addUtterances();
        return builder.build();
    }

    private void addTopics() {
        Topics topics = sinks.topics();
        addStore(ConsumerStores.COVERAGE, topics.coverage);
        addStore(ConsumerStores.COVERAGE_MEMBERS, topics.coverageMembers);
        addStore(ConsumerStores.ENTITIES, topics.entities);
        addIndex(ConsumerStores.COVERAGE_MEMBER_ORDER, Serdes.String());
        addIndex(ConsumerStores.TOPIC_STORIES, Serdes.Integer());

        KStream<String, RowChange<Coverage>> coverage = source(topics.coverage, "coverage")
                .process(
                        () -> new RowTable<Coverage>(ConsumerStores.COVERAGE),
                        Named.as("coverage-table"),
                        ConsumerStores.COVERAGE);
        KStream<String, RowChange<CoverageMember>> members = source(topics.coverageMembers, "coverage-members")
                .process(
                        CoverageMemberTable::new,
                        Named.as("coverage-members-table"),
                        ConsumerStores.COVERAGE_MEMBERS,
                        ConsumerStores.COVERAGE_MEMBER_ORDER,
                        ConsumerStores.TOPIC_STORIES);
        KStream<String, RowChange<Entity>> entities = source(topics.entities, "entities")
                .process(
                        () -> new RowTable<Entity>(ConsumerStores.ENTITIES),
                        Named.as("entities-table"),
                        ConsumerStores.ENTITIES)
                .selectKey((entityId, change) -> TopicIds.entity(entityId), Named.as("entities-by-topic"));

        KStream<String, Touched> touchedTopics = touched(coverage, "coverage")
                .merge(touched(members, "coverage-members"), Named.as("touched-by-coverage"))
                .merge(touched(entities, "entities"), Named.as("touched-topics"));

        StoryViews.add(touchedTopics, sinks);
        CoverageViews.add(touchedTopics, sinks);
        EntityViews.add(touchedTopics, sinks);
        Updates.add(coverage, sinks);
    }

    private void addUtterances() {
        Topics topics = sinks.topics();
        addStore(ConsumerStores.UTTERANCES, topics.utterances);
        addStore(ConsumerStores.UTTERANCE_MEMBERS, topics.utteranceMembers);
        addIndex(ConsumerStores.UTTERANCE_MEMBER_ORDER, Serdes.String());

        KStream<String, RowChange<Utterance>> utterances = source(topics.utterances, "utterances")
                .process(
                        () -> new RowTable<Utterance>(ConsumerStores.UTTERANCES),
                        Named.as("utterances-table"),
                        ConsumerStores.UTTERANCES);
        KStream<String, RowChange<UtteranceMember>> members = source(topics.utteranceMembers, "utterance-members")
                .process(
                        UtteranceMemberTable::new,
                        Named.as("utterance-members-table"),
                        ConsumerStores.UTTERANCE_MEMBERS,
                        ConsumerStores.UTTERANCE_MEMBER_ORDER);

        KStream<String, Touched> touchedUtterances = touched(utterances, "utterances")
                .merge(touched(members, "utterance-members"), Named.as("touched-utterances"));

        UtteranceViews.add(touchedUtterances, sinks);
    }

    private <V extends SpecificRecord> KStream<String, V> source(Topic<V> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.keySerde(), topic.serde(sinks.serdes())).withName(name + "-source"));
    }

    private static <V> KStream<String, Touched> touched(KStream<String, RowChange<V>> changes, String name) {
        return changes.mapValues(change -> Touched.ROW, Named.as(name + "-touch"));
    }

    private <V extends SpecificRecord> void addStore(String name, Topic<V> topic) {
        builder.addStateStore(ConsumerStores.store(name, topic.serde(sinks.serdes())));
    }

    private <V> void addIndex(String name, Serde<V> serde) {
        builder.addStateStore(ConsumerStores.store(name, serde));
    }
}
