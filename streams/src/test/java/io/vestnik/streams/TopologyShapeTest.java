/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.config.VestnikStreamsConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the shape of the topology: hops cost latency, generated names change when anything is put in before them. */
class TopologyShapeTest {
    private static final int MAX_HOPS = 5;

    private final TopologyDescription description = topology().describe();

    private static Topology topology() {
        VestnikStreamsConfig config = new VestnikStreamsConfig(Map.of("schema.registry.url", "mock://shape"));
        return new VestnikTopology(config, Clock.systemUTC(), FakeAnalyzer::analyze, FakeDesk::new).build(4);
    }

    @Test
    void shouldTakeNoMoreThanFiveTransactionalHops() {
        Map<String, Set<String>> next = new TreeMap<>();
        description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Source.class::isInstance)
                .forEach(node -> ((Source) node).topicSet().forEach(topic -> sinks(node)
                        .forEach(sink -> next.computeIfAbsent(topic, t -> new TreeSet<>())
                                .add(sink))));

        assertThat(hops(Topics.live().articles.name(), next, new HashSet<>()))
                .isEqualTo(4)
                .isLessThanOrEqualTo(MAX_HOPS);
    }

    /** Topics that may be written because of a record of a source. */
    private static Stream<String> sinks(Node node) {
        return node instanceof Sink sink
                ? Stream.of(sink.topic())
                : node.successors().stream().flatMap(TopologyShapeTest::sinks);
    }

    private static int hops(String topic, Map<String, Set<String>> next, Set<String> seen) {
        if (!next.containsKey(topic)) {
            return 0;
        }
        assertThat(seen.add(topic))
                .as("the topology has a circle through %s", topic)
                .isTrue();
        int hops = 1
                + next.get(topic).stream()
                        .mapToInt(sink -> hops(sink, next, seen))
                        .max()
                        .orElse(0);
        seen.remove(topic);
        return hops;
    }

    @Test
    void shouldGiveEveryNodeStoreAndInternalTopicANameOfItsOwn() {
        for (TopologyDescription.Subtopology part : description.subtopologies()) {
            for (Node node : part.nodes()) {
                assertThat(node.name()).doesNotContainPattern("KSTREAM|KTABLE|[0-9]{10}");
                if (node instanceof Processor processor) {
                    assertThat(processor.stores())
                            .allSatisfy(store -> assertThat(store).doesNotContainPattern("KSTREAM|KTABLE|[0-9]{10}"));
                }
                if (node instanceof Sink sink) {
                    assertThat(sink.topic())
                            .as("sink %s writes one topic", node.name())
                            .isNotNull();
                    assertThat(sink.topic()).doesNotContainPattern("KSTREAM|KTABLE|[0-9]{10}");
                }
            }
        }
    }

    @Test
    void shouldWriteEachFinalTableInOnePlace() {
        Map<String, Integer> writers = new TreeMap<>();
        description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Sink.class::isInstance)
                .forEach(node -> writers.merge(((Sink) node).topic(), 1, Integer::sum));

        for (Topic<?> table : Topics.live().finalTables()) {
            assertThat(writers).containsEntry(table.name(), 1);
        }
    }
}
