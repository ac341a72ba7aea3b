/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.StateStoreProvider;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.http.NotReadyException;

/**
 * The stores of a running application, in its active tasks only: a standby may lag. What a task has written is told at
 * once, which may be a commit interval before readers of the topics see it.
 *
 * <p>Stores are read as they are, not by {@link KafkaStreams#query}: up to Kafka 4.3 a question that is put by that locks
 * the position of the store and then the store, and a task that writes locks them the other way round, until both wait
 * for ever (KAFKA-19629).
 */
public final class ActiveStores implements StoreReader {
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final KafkaStreams streams;
    private final Map<String, Integer> subtopologies = new TreeMap<>();
    /** Each looks its task up again at each question, so that it outlives a rebalance. */
    private final Map<Place, Tasks> opened = new ConcurrentHashMap<>();

    private volatile @Nullable Active active;

    private record Place(String store, int partition) {}

    /** The stores of a place in the tasks that have them now: one, or an {@link InvalidStateStoreException}. */
    @FunctionalInterface
    private interface Tasks {
        List<ReadOnlyKeyValueStore<Object, Object>> stores();
    }

    /** Looks a task up once a question; Kafka's own read-only stores look it up at each key, under the locks of all tasks. */
    private static final class LookedUp implements QueryableStoreType<Tasks> {
        private static final QueryableStoreType<ReadOnlyKeyValueStore<Object, Object>> STORES =
                QueryableStoreTypes.keyValueStore();

        @Override
        public boolean accepts(StateStore store) {
            return STORES.accepts(store);
        }

        @Override
        public Tasks create(StateStoreProvider provider, String store) {
            return () -> provider.stores(store, STORES);
        }
    }

    private record Active(Map<Integer, Set<Integer>> partitions, long since) {}

    /**
     * Over an application.
     *
     * @param topology that it runs
     */
    public ActiveStores(KafkaStreams streams, TopologyDescription topology) {
        this.streams = streams;
        for (TopologyDescription.Subtopology part : topology.subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    processor.stores().forEach(store -> subtopologies.put(store, part.id()));
                }
            }
        }
    }

    @Override
    public <V, R extends @Nullable Object> Map<Integer, R> ask(
            String store, Function<ReadOnlyKeyValueStore<String, V>, R> question) {
        Integer subtopology = subtopologies.get(store);
        if (subtopology == null) {
            throw new IllegalArgumentException("There is no store " + store + ", only " + subtopologies.keySet());
        }
        Map<Integer, R> answers = new TreeMap<>();
        try {
            partitions(subtopology).forEach(partition -> ask(store, partition, question, answers));
        } catch (StreamsException | IllegalStateException e) {
            throw new NotReadyException("The consumer is in state " + streams.state() + ". Ask again in a moment.", e);
        }
        return answers;
    }

    /** The partitions of a part of the topology that were active a moment ago: to be told of them anew is dear. */
    private Set<Integer> partitions(int subtopology) {
        Active known = active;
        if (known == null || System.nanoTime() - known.since() > MOMENT_NANOS) {
            Map<Integer, Set<Integer>> partitions = new TreeMap<>();
            streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .forEach(task -> partitions
                            .computeIfAbsent(task.taskId().subtopology(), part -> new TreeSet<>())
                            .add(task.taskId().partition()));
            known = new Active(partitions, System.nanoTime());
            active = known;
        }
        return known.partitions().getOrDefault(subtopology, Set.of());
    }

    @SuppressWarnings("unchecked") // the values of a store are of one type
    private <V, R extends @Nullable Object> void ask(
            String store,
            int partition,
            Function<ReadOnlyKeyValueStore<String, V>, R> question,
            Map<Integer, R> answers) {
        try {
            Place place = new Place(store, partition);
            Tasks tasks = opened.get(place);
            if (tasks == null) {
                tasks = streams.store(StoreQueryParameters.fromNameAndType(store, new LookedUp())
                        .withPartition(partition));
                opened.put(place, tasks);
            }
            for (ReadOnlyKeyValueStore<?, ?> one : tasks.stores()) {
                answers.put(partition, question.apply((ReadOnlyKeyValueStore<String, V>) one));
            }
        } catch (InvalidStateStoreException e) {
            // The task is being restored, or goes to another instance: this partition has no answer now.
            answers.remove(partition);
        }
    }
}
