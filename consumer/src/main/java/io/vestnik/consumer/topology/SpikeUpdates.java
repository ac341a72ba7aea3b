/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Spike;
import io.vestnik.schemas.avro.SpikeRule;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ToldSpikes;
import io.vestnik.schemas.serde.Encoded;

/**
 * Tells live readers of each spike of a watch once, and once more should it be none in the end. What was told is kept in
 * the transaction that tells it. Hours that are too old to be judged stay as they were told.
 */
final class SpikeUpdates extends ContextualFixedKeyProcessor<RowKey, TopicRows, TopicUpdate> {
    private static final int MAX_TOLD = 1000;

    private KeyValueStore<String, Encoded<Watch>> watches;
    private KeyValueStore<String, ToldSpikes> told;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    private SpikeUpdates() {}

    /** From touched topics to updates. */
    static void add(KStream<RowKey, TopicRows> touchedTopics, ViewSinks sinks) {
        Topic<TopicUpdate> topic = sinks.topics().updates;
        Serde<TopicUpdate> updates = topic.serde(sinks.serdes());
        touchedTopics
                .filter((key, rows) -> isWatch(key.group()), Named.as("watches-touched"))
                .processValues(
                        SpikeUpdates::new, Named.as("spikes"), ConsumerStores.WATCHES, ConsumerStores.TOLD_SPIKES)
                .to(topic.name(), Produced.with(RowKey.groups(), updates).withName("spikes-sink"));
    }

    private static boolean isWatch(String topic) {
        return TopicIds.kind(topic) == TopicKind.WATCH;
    }

    /** The rule of a watch's topic; null when the topic is none, or its spikes are not told. */
    static @Nullable SpikeRule rule(KeyValueStore<String, Encoded<Watch>> watches, String topic) {
        Encoded<Watch> watch = isWatch(topic) ? watches.get(TopicIds.id(topic)) : null;
        return watch == null ? null : watch.value().getSpike();
    }

    @Override
    public void init(FixedKeyProcessorContext<RowKey, TopicUpdate> context) {
        super.init(context);
        watches = context.getStateStore(ConsumerStores.WATCHES);
        told = context.getStateStore(ConsumerStores.TOLD_SPIKES);
    }

    @Override
    public void process(FixedKeyRecord<RowKey, TopicRows> record) {
        String topic = record.key().group();
        Coverage coverage = record.value().coverage();
        SpikeRule rule = rule(watches, topic);
        if (coverage == null || rule == null) {
            if (told.get(topic) != null) {
                told.delete(topic);
            }
            return;
        }
        ToldSpikes kept = told.get(topic);
        SortedSet<Instant> hours = new TreeSet<>(kept == null ? List.of() : kept.getHours());
        List<Spike> changes = changes(new Spikes(coverage, rule), hours);
        if (changes.isEmpty()) {
            return;
        }
        List<Instant> latest = new ArrayList<>(hours);
        told.put(topic, new ToldSpikes(latest.subList(Math.max(0, latest.size() - MAX_TOLD), latest.size())));
        changes.forEach(spike -> context().forward(record.withValue(update(coverage, spike))));
    }

    /** What is to be told; brings the told hours up to date. */
    private static List<Spike> changes(Spikes spikes, SortedSet<Instant> hours) {
        List<Spike> changes = new ArrayList<>();
        List<Spike> all = spikes.all();
        List<Instant> standing = all.stream().map(Spike::getHour).toList();
        for (Instant hour : List.copyOf(hours)) {
            if (spikes.judges(hour) && !standing.contains(hour)) {
                hours.remove(hour);
                changes.add(spikes.ended(hour));
            }
        }
        for (Spike spike : all) {
            if (hours.add(spike.getHour())) {
                changes.add(spike);
            }
        }
        return changes;
    }

    private static TopicUpdate update(Coverage coverage, Spike spike) {
        return TopicUpdate.newBuilder()
                .setTopic(coverage.getTopic())
                .setKind(coverage.getKind())
                .setName(coverage.getName())
                .setArticles(coverage.getArticles())
                .setArticlesBefore(coverage.getArticles())
                .setQuotes(coverage.getQuotes())
                .setQuotesBefore(coverage.getQuotes())
                .setOutletCount(coverage.getOutletCount())
                .setSpike(spike)
                .build();
    }
}
