/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.serde.ValueSerdes;
import io.vestnik.streams.desk.StoryShifts;

/**
 * What becomes of stories when the new placements take the place of the old ones. What the old desk has told of stories goes
 * ahead of its placements by what was on the way when it was stopped; that is read from where it lies.
 */
final class StoryDelta {
    private final UpgradePlan plan;

    StoryDelta(UpgradePlan plan) {
        this.plan = plan;
    }

    /**
     * The changes of stories, as records of their log.
     *
     * @param committed how far the old application has read
     * @param onTheWay the topic with what its desks have said to its placements; null when there is none
     */
    List<ProducerRecord<byte[], byte[]>> records(
            Map<TopicPartition, Long> committed, @Nullable String onTheWay, Instant knownAt) {
        SortedMap<String, String> before = stories(plan.live());
        if (onTheWay != null) {
            apply(before, said(committed, onTheWay));
        }
        SortedMap<String, String> after = stories(plan.staged());
        SortedMap<String, Long> sizes = new TreeMap<>();
        before.values().forEach(story -> sizes.merge(story, 1L, Long::sum));
        StoryShifts shifts = new StoryShifts(story -> sizes.getOrDefault(story, 0L));
        SortedSet<String> articles = new TreeSet<>(before.keySet());
        articles.addAll(after.keySet());
        articles.forEach(article -> shifts.move(before.get(article), after.get(article)));
        String log = plan.live().storyChanges.name();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Serde<StoryChange> serde = plan.live().storyChanges.serde(plan.serde())) {
            for (StoryChange change : shifts.changes(knownAt)) {
                records.add(new ProducerRecord<>(
                        log,
                        null,
                        knownAt.toEpochMilli(),
                        change.getStory().getBytes(StandardCharsets.UTF_8),
                        serde.serializer().serialize(log, change)));
            }
        }
        return records;
    }

    private SortedMap<String, String> stories(Topics topics) {
        SortedMap<String, String> stories = new TreeMap<>();
        new FinalTables(plan.bootstrap(), topics)
                .rows(topics.placements, plan.serde())
                .forEach((article, placement) -> stories.put(article, placement.getStory()));
        return stories;
    }

    /** Of what the desks have said of an article and nobody has read yet, what counts: the highest rank, a placement before none. */
    private SortedMap<String, DeskResult> said(Map<TopicPartition, Long> committed, String topic) {
        SortedMap<String, DeskResult> said = new TreeMap<>();
        try (Serde<DeskResult> serde = ValueSerdes.create(DeskResult.class, plan.serde())) {
            new FinalTables(plan.bootstrap(), plan.live()).records(List.of(topic), record -> {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < committed.getOrDefault(partition, 0L)) {
                    return;
                }
                DeskResult result = serde.deserializer().deserialize(topic, record.value());
                said.merge(result.getArticleId(), result, StoryDelta::later);
            });
        }
        return said;
    }

    private static DeskResult later(DeskResult one, DeskResult other) {
        if (one.getRank() != other.getRank()) {
            return one.getRank() > other.getRank() ? one : other;
        }
        return other.getPlacement() == null && one.getPlacement() != null ? one : other;
    }

    private static void apply(SortedMap<String, String> stories, SortedMap<String, DeskResult> said) {
        said.forEach((article, result) -> {
            Placement placement = result.getPlacement();
            if (placement == null) {
                stories.remove(article);
            } else {
                stories.put(article, placement.getStory());
            }
        });
    }
}
