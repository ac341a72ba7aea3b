/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.StoryChange;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader of a newsroom's topics has been told, from the first record on. */
final class ToldTables {
    private final Newsroom room;
    private final Map<String, Object> settings;

    /**
     * Reads anew at each question.
     *
     * @param settings of clients
     */
    ToldTables(Newsroom room, Map<String, Object> settings) {
        this.room = room;
        this.settings = settings;
    }

    /** Nobody is told of a row again that is as it was. */
    void assertNoEqualRowIsSentAgain() {
        for (Topic<?> table : room.topics().finalTables()) {
            Map<String, byte[]> last = new TreeMap<>();
            room.tables().read(List.of(table.name()), (topic, key, value) -> {
                String row = new String(key, StandardCharsets.UTF_8);
                assertThat(last.containsKey(row) && Arrays.equals(last.get(row), value))
                        .as("%s %s is sent twice", topic, row)
                        .isFalse();
                last.put(row, value);
            });
        }
    }

    /** The history, in the order of what was known when, comes to the tables as they are. */
    void assertHistoryEndsWithTheTables() {
        List<HistoryEntry> entries = new ArrayList<>();
        try (Serde<HistoryEntry> serde = room.topics().history.serde(settings)) {
            room.tables()
                    .read(
                            List.of(room.topics().history.name()),
                            (topic, key, value) ->
                                    entries.add(serde.deserializer().deserialize(topic, value)));
        }
        // A stable sort: of several changes of a row at one moment the last counts.
        entries.sort(Comparator.comparing(HistoryEntry::getKnownAt));
        TablesAsOf tables = new TablesAsOf();
        entries.forEach(tables::apply);
        assertThat(tables.digest().total()).isEqualTo(room.digests().get("(total)"));
    }

    /** The last thing that was told of each story is how many articles it has. */
    void assertStoriesAddUp() {
        SortedMap<String, Integer> told = new TreeMap<>();
        try (Serde<StoryChange> serde = room.topics().storyChanges.serde(settings)) {
            room.tables().read(List.of(room.topics().storyChanges.name()), (topic, key, value) -> {
                StoryChange change = serde.deserializer().deserialize(topic, value);
                Integer before = told.put(Keys.of(change.getLanguage(), change.getStory()), change.getArticles());
                switch (change.getChange()) {
                    case CREATED ->
                        assertThat(before == null ? 0 : before)
                                .as("created: %s", change)
                                .isZero();
                    case GROWN -> assertThat(before).as("grown: %s", change).isLessThan(change.getArticles());
                    case SHRUNK -> assertThat(before).as("shrunk: %s", change).isGreaterThan(change.getArticles());
                    case REMOVED -> assertThat(before).as("removed: %s", change).isPositive();
                    default -> assertThat(change.getOthers()).isNotEmpty();
                }
            });
        }
        told.values().removeIf(articles -> articles == 0);
        SortedMap<String, Integer> are = new TreeMap<>();
        room.tables()
                .rows(room.topics().placements, settings)
                .values()
                .forEach(placement ->
                        are.merge(Keys.of(placement.getLanguage(), placement.getStory()), 1, Integer::sum));
        assertThat(told).isEqualTo(are);
    }

    /** Where the records of the dead letters came from. */
    List<String> origins() {
        List<String> origins = new ArrayList<>();
        try (Serde<DeadLetter> serde = room.topics().deadLetters.serde(settings)) {
            room.tables()
                    .read(
                            List.of(room.topics().deadLetters.name()),
                            (topic, key, value) -> origins.add(serde.deserializer()
                                    .deserialize(topic, value)
                                    .getOrigin()));
        }
        return origins;
    }

    /** The rows of the views, by table and key. */
    SortedMap<String, SpecificRecord> views() {
        SortedMap<String, SpecificRecord> views = new TreeMap<>();
        for (Topic<? extends SpecificRecord> topic : List.of(
                room.topics().viewStories,
                room.topics().viewCoverage,
                room.topics().viewUtterances,
                room.topics().viewEntities,
                room.topics().viewArticles)) {
            room.tables().rows(topic, settings).forEach((key, view) -> views.put(topic.baseName() + key, view));
        }
        return views;
    }
}
