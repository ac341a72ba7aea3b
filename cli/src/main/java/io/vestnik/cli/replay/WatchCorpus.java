/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport.Refusal;
import io.vestnik.producer.Reason;
import io.vestnik.schemas.TopicNames;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.WatchNames;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.serde.BadRecordException;
import io.vestnik.text.watch.Expression;

/**
 * The watches of the namespace of a corpus that is a topic, each from its declaration on. They are read once, when a run
 * begins, and kept with it: their topic is compacted, so it may not say the same later.
 */
final class WatchCorpus {
    private final ReplayRequest request;
    private final PublishListener refusals;

    /** One record: what it changes; null when it was refused and changes nothing. */
    private record Found(
            @Nullable WatchChange change, @Nullable Refusal refusal) {}

    /**
     * Prepares to read.
     *
     * @param refusals hears of records that are no watches
     */
    WatchCorpus(ReplayRequest request, PublishListener refusals) {
        this.request = request;
        this.refusals = refusals;
    }

    /**
     * Reads the changes before the end of the corpus, in the order of their times. What stood before its beginning counts.
     *
     * @param cluster settings of clients of the cluster that has the topic of the corpus; null when the corpus is none
     * @return null when the namespace has none
     */
    Manifest.@Nullable Watches read(@Nullable Map<String, Object> cluster) throws InterruptedException {
        if (cluster == null || !request.isOfTopic()) {
            return null;
        }
        String articles = request.corpus().substring(TopicCorpus.PREFIX.length());
        Topics topics = new Topics(TopicNames.namespace(articles));
        if (!topics.articles.name().equals(articles)) {
            return null;
        }
        Map<String, Object> settings = ReplayCluster.impatient(cluster);
        Map<TopicPartition, OffsetRange> ranges;
        try (Admin admin = Admin.create(settings)) {
            if (!Offsets.get(admin.listTopics().names()).contains(topics.watches.name())) {
                return null;
            }
            ranges = Offsets.ranges(admin, List.of(topics.watches.name()), IsolationLevel.READ_COMMITTED);
        }
        SortedMap<String, SortedMap<Integer, List<Found>>> found = new TreeMap<>();
        try (Serde<Watch> serde = topics.watches.serde(settings)) {
            new RangeReader(settings)
                    .read(
                            ranges,
                            next -> found.computeIfAbsent(name(next), name -> new TreeMap<>())
                                    .computeIfAbsent(next.partition(), partition -> new ArrayList<>())
                                    .add(found(next, serde.deserializer())),
                            () -> true);
        }
        return changes(found);
    }

    private Manifest.@Nullable Watches changes(SortedMap<String, SortedMap<Integer, List<Found>>> found) {
        List<WatchChange> changes = new ArrayList<>();
        long refused = 0;
        for (Map.Entry<String, SortedMap<Integer, List<Found>>> watch : found.entrySet()) {
            // A watch that the run is given stands in place of the one of the same name.
            if (request.watches().containsKey(watch.getKey())) {
                continue;
            }
            List<Found> records = longest(watch.getValue());
            for (Found each : records) {
                if (each.refusal != null) {
                    refused++;
                    refusals.refused(each.refusal);
                }
            }
            add(records, changes);
        }
        changes.sort(Comparator.comparing(WatchChange::at).thenComparing(WatchChange::name));
        return changes.isEmpty() && refused == 0 ? null : new Manifest.Watches(refused, List.copyOf(changes));
    }

    /** Every partition was written the same; the brokers compact each of them when they like. */
    private static List<Found> longest(SortedMap<Integer, List<Found>> partitions) {
        List<Found> longest = List.of();
        for (List<Found> records : partitions.values()) {
            longest = records.size() > longest.size() ? records : longest;
        }
        return longest;
    }

    /** The last record counts, whatever the clocks of those said who wrote them; the same twice is said once. */
    private void add(List<Found> records, List<WatchChange> changes) {
        Instant time = Instant.MIN;
        String expression = null;
        for (Found each : records) {
            WatchChange change = each.change;
            if (change == null || Objects.equals(change.expression(), expression)) {
                continue;
            }
            time = change.at().isAfter(time) ? change.at() : time;
            expression = change.expression();
            if (request.to() == null || time.isBefore(request.to())) {
                changes.add(new WatchChange(time, change.name(), expression));
            }
        }
    }

    private static String name(ConsumerRecord<byte[], byte[]> next) {
        return next.key() == null ? "" : new String(next.key(), StandardCharsets.UTF_8);
    }

    /** As the pipeline takes it: bytes that are no watch change nothing, and a watch that is none stands for a removal. */
    private static Found found(ConsumerRecord<byte[], byte[]> next, Deserializer<Watch> deserializer) {
        String name = name(next);
        Instant at = Instant.ofEpochMilli(next.timestamp());
        WatchChange removed = new WatchChange(at, name, null);
        if (next.value() == null) {
            return new Found(removed, null);
        }
        try {
            Watch watch = deserializer.deserialize(next.topic(), next.value());
            String wrong = wrong(name, watch);
            return wrong == null
                    ? new Found(new WatchChange(at, name, watch.getExpression()), null)
                    : new Found(removed, refusal(next, Reason.BAD_FIELD, wrong));
        } catch (BadRecordException e) {
            return new Found(null, refusal(next, Reason.UNREADABLE, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable String wrong(String name, Watch watch) {
        try {
            WatchNames.check(watch.getName());
            Expression.parse(watch.getExpression());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return name.equals(watch.getName())
                ? null
                : "The key is " + name + ", and the watch is called " + watch.getName() + ".";
    }

    private static Refusal refusal(ConsumerRecord<byte[], byte[]> next, Reason reason, String message) {
        return new Refusal(next.topic() + "-" + next.partition() + "@" + next.offset(), reason, message);
    }
}
