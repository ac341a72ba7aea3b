/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.asof.AsOfSearch;
import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.asof.HistoryStore;
import io.vestnik.consumer.asof.PastIndexes;
import io.vestnik.consumer.errors.DeadLetterSender;
import io.vestnik.consumer.search.LuceneSearch;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.ViewIndex;
import io.vestnik.consumer.tail.KeptDirectory;
import io.vestnik.consumer.tail.Tail;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Cleanup;
import io.vestnik.schemas.Tombstones;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * What each instance holds whole, whatever its share of the partitions is: the past, and an index over all views. It
 * answers alone from these.
 *
 * <p>It stands on disk beside the state of Kafka Streams and is made anew from the topics when it was made by another
 * version, from topics that were deleted since, before an erasure, or so long ago that tombstones may have gone.
 */
final class Lookup implements AutoCloseable {
    private final AsOfViews asOf;
    private final AsOfSearch asOfSearch;
    private final SearchIndex search;
    private final List<Tail> tails;
    private final List<AutoCloseable> kept;

    private Lookup(
            AsOfViews asOf, AsOfSearch asOfSearch, SearchIndex search, List<Tail> tails, List<AutoCloseable> kept) {
        this.asOf = asOf;
        this.asOfSearch = asOfSearch;
        this.search = search;
        this.tails = tails;
        this.kept = kept;
    }

    /**
     * Opens what is on disk and begins to read.
     *
     * @param readers settings of consumers
     * @param erasure when the latest erasure was
     * @param onFault told of a fault that has ended the reading
     * @throws KafkaException when the cluster does not answer or the directory cannot be opened
     */
    static Lookup start(
            VestnikConsumerConfig config, Map<String, ?> readers, String erasure, Consumer<Throwable> onFault) {
        Opening opening = new Opening(config, readers, erasure, onFault);
        try {
            if (config.getBoolean(VestnikConsumerConfig.AS_OF_ENABLED_CONFIG)) {
                opening.past();
            }
            SearchIndex search = opening.search();
            opening.tails.forEach(Tail::start);
            return new Lookup(opening.asOf, opening.asOfSearch, search, opening.tails, opening.kept);
        } catch (RuntimeException e) {
            close(opening.kept);
            throw e;
        }
    }

    /** Opens one after the other, and remembers what is to be closed. */
    private static final class Opening {
        private final VestnikConsumerConfig config;
        private final Topics topics;
        private final Map<String, ?> readers;
        private final String erasure;
        private final Consumer<Throwable> onFault;
        private final DeadLetterSender deadLetters;
        private final List<Tail> tails = new ArrayList<>();
        private final List<AutoCloseable> kept = new ArrayList<>();
        private AsOfViews asOf = AsOfViews.switchedOff();
        private AsOfSearch asOfSearch = AsOfSearch.switchedOff();

        Opening(VestnikConsumerConfig config, Map<String, ?> readers, String erasure, Consumer<Throwable> onFault) {
            this.config = config;
            this.topics = config.topics();
            this.readers = readers;
            this.erasure = erasure;
            this.onFault = onFault;
            this.deadLetters = new DeadLetterSender(config.clientProperties());
            kept.add(deadLetters);
        }

        void past() {
            List<Topic<?>> read = List.of(topics.history);
            Path directory = directory("history", HistoryStore.VERSION, read, null);
            HistoryStore history = HistoryStore.open(directory, topics, config.clientProperties(), deadLetters::send);
            Tail tail = new Tail("history-tail", readers, read, history, null, onFault);
            tails.add(tail);
            BooleanSupplier complete = () -> tail.progress().caughtUp();
            asOf = AsOfViews.over(history, topics, complete);
            PastIndexes indexes = new PastIndexes(history, topics, complete, stateOf("past-search"), onFault);
            asOfSearch = indexes;
            // The first ends before what it is made of.
            kept.addAll(List.of(indexes, history));
        }

        SearchIndex search() {
            List<Topic<?>> read = ViewIndex.topics(topics);
            Duration tombstones = tombstones(config, read);
            Path directory = directory("search", ViewIndex.VERSION, read, tombstones);
            ViewIndex index = ViewIndex.open(directory, topics, config.clientProperties(), deadLetters::send);
            kept.add(index);
            Tail tail = new Tail("search-tail", readers, read, index, tombstones, onFault);
            tails.add(tail);
            return new LuceneSearch(index, tail::progress);
        }

        private Path directory(String name, String version, List<Topic<?>> read, @Nullable Duration tombstones) {
            Path directory = stateOf(name);
            SortedMap<String, String> origin = origin(config, version, erasure, read);
            if (tombstones != null) {
                // For how long they stayed while the instance was down is not known when it was changed meanwhile.
                origin.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(tombstones.toMillis()));
            }
            KeptDirectory.renew(directory, origin);
            return directory;
        }

        private Path stateOf(String name) {
            return Path.of(config.getString(VestnikConsumerConfig.STATE_DIR_CONFIG))
                    .resolve(config.getString(ApplicationSettings.APPLICATION_ID) + "-" + name);
        }
    }

    /** The views as of any time. */
    AsOfViews asOf() {
        return asOf;
    }

    /** Search and selection over the views as of any time. */
    AsOfSearch asOfSearch() {
        return asOfSearch;
    }

    /** Search and selection over all views. */
    SearchIndex search() {
        return search;
    }

    /** Whether it holds all that was there when it started. */
    boolean ready() {
        return tails.stream().allMatch(tail -> tail.progress().caughtUp())
                && search.progress().caughtUp();
    }

    private static @Nullable Duration tombstones(VestnikConsumerConfig config, List<Topic<?>> topics) {
        try (Admin admin = Admin.create(config.clientProperties())) {
            return Tombstones.stay(
                    admin,
                    topics.stream()
                            .filter(topic -> topic.cleanup() == Cleanup.COMPACT)
                            .map(Topic::name)
                            .toList());
        }
    }

    private static SortedMap<String, String> origin(
            VestnikConsumerConfig config, String version, String erasure, List<Topic<?>> topics) {
        SortedMap<String, String> origin = new TreeMap<>();
        origin.put("version", version);
        origin.put("erasure", erasure);
        List<String> names = topics.stream().map(Topic::name).toList();
        try (Admin admin = Admin.create(config.clientProperties())) {
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> origin.put(
                            name, topic.topicId() + " " + topic.partitions().size()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The cluster could not describe the topics " + names + ": " + e.getCause(), e);
        }
        return origin;
    }

    @Override
    public void close() {
        tails.forEach(Tail::close);
        close(kept);
    }

    /** Closes all of them, whatever happens to one. */
    private static void close(List<AutoCloseable> open) {
        KafkaException fault = null;
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                fault = fault == null ? new KafkaException("cannot close what is kept beside the state", e) : fault;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
