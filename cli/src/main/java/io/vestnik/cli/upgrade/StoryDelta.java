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
        SortedMap<String, Place> before = places(plan.live());
        if (onTheWay != null) {
            apply(before, said(committed, onTheWay));
        }
        SortedMap<String, Place> after = places(plan.staged());
        SortedSet<String> languages = new TreeSet<>();
        before.values().forEach(place -> languages.add(place.language()));
        after.values().forEach(place -> languages.add(place.language()));
        String log = plan.live().storyChanges.name();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Serde<StoryChange> serde = plan.live().storyChanges.serde(plan.serde())) {
            for (String language : languages) {
                for (StoryChange change :
                        changes(stories(before, language), stories(after, language), language, knownAt)) {
                    records.add(new ProducerRecord<>(
                            log,
                            null,
                            knownAt.toEpochMilli(),
                            change.getStory().getBytes(StandardCharsets.UTF_8),
                            serde.serializer().serialize(log, change)));
                }
            }
        }
        return records;
    }

    /**
     * Where an article is.
     *
     * @param language language of its desk
     * @param story its story there
     */
    private record Place(String language, String story) {
        static Place of(Placement placement) {
            return new Place(placement.getLanguage(), placement.getStory());
        }
    }

    private static List<StoryChange> changes(
            SortedMap<String, String> before, SortedMap<String, String> after, String language, Instant knownAt) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        before.values().forEach(story -> sizes.merge(story, 1L, Long::sum));
        StoryShifts shifts = new StoryShifts(language, story -> sizes.getOrDefault(story, 0L));
        SortedSet<String> articles = new TreeSet<>(before.keySet());
        articles.addAll(after.keySet());
        articles.forEach(article -> shifts.move(before.get(article), after.get(article)));
        return shifts.changes(knownAt);
    }

    /** The story of each article that a desk has. */
    private static SortedMap<String, String> stories(SortedMap<String, Place> places, String language) {
        SortedMap<String, String> stories = new TreeMap<>();
        places.forEach((article, place) -> {
            if (place.language().equals(language)) {
                stories.put(article, place.story());
            }
        });
        return stories;
    }

    private SortedMap<String, Place> places(Topics topics) {
        SortedMap<String, Place> places = new TreeMap<>();
        new FinalTables(plan.bootstrap(), topics)
                .rows(topics.placements, plan.serde())
                .forEach((article, placement) -> places.put(article, Place.of(placement)));
        return places;
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

    private static void apply(SortedMap<String, Place> places, SortedMap<String, DeskResult> said) {
        said.forEach((article, result) -> {
            Placement placement = result.getPlacement();
            if (placement == null) {
                places.remove(article);
            } else {
                places.put(article, Place.of(placement));
            }
        });
    }
}
