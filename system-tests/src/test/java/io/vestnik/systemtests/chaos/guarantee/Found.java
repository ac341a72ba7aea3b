/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.StoryChangeKind;
import io.vestnik.schemas.serde.Frame;

/** Makes up what a reader might find, for the tests of the guarantees. */
final class Found {
    static final String OUTLET = "Речной листок";

    final Topics topics = Topics.live();
    private final SortedMap<String, List<LogRecord>> records = new TreeMap<>();
    private final List<String> open = new ArrayList<>();

    /** A record; null is a tombstone. */
    Found record(String topic, String key, SpecificRecord value) {
        List<LogRecord> log = records.computeIfAbsent(topic, name -> new ArrayList<>());
        log.add(new LogRecord(0, log.size(), key, value == null ? null : Frame.of(1, CanonicalAvro.body(value))));
        return this;
    }

    /** A row of a final table with its entry in the history. */
    Found row(Topic<?> table, String key, SpecificRecord value, long knownAt) {
        return record(table.name(), key, value).history(table, key, value, knownAt);
    }

    /** An entry of the history. */
    Found history(Topic<?> table, String key, SpecificRecord value, long knownAt) {
        HistoryEntry entry = HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(Instant.ofEpochMilli(knownAt))
                .setRow(value == null ? null : ByteBuffer.wrap(CanonicalAvro.body(value)))
                .setSchema$(value == null ? null : CanonicalAvro.fingerprint(value.getSchema()))
                .build();
        return record(topics.history.name(), Keys.of(table.baseName(), key), entry);
    }

    /** A step of a story of the Russian desk. */
    Found story(String story, StoryChangeKind change, int articles) {
        return story(story, "ru", change, articles);
    }

    /** A step of a story. */
    Found story(String story, String language, StoryChangeKind change, int articles) {
        return record(
                topics.storyChanges.name(),
                story,
                new StoryChange(story, language, change, articles, List.of(), Instant.ofEpochMilli(0)));
    }

    /** Something that was not brought to an end. */
    Found open(String what) {
        open.add(what);
        return this;
    }

    Observed observed() {
        return new Observed(topics, records, open);
    }

    /** What is said of a text; no text has two of the same length. */
    static Analysis analysis(String id, String text, long firstObservedAt) {
        ByteBuffer none = ByteBuffer.allocate(0);
        return Analysis.newBuilder()
                .setArticleId(id)
                .setContentHash("hash of " + text)
                .setFirstObservedAt(Instant.ofEpochMilli(firstObservedAt))
                .setOutlet(Outlet.newBuilder().setName(OUTLET).setBasis("field").build())
                .setTitle("Title")
                .setLanguage("ru")
                .setLength(text.codePointCount(0, text.length()))
                .setSketch(new Sketch("none", 0, none, none, none))
                .build();
    }

    /** The place of an article that is alone in its story. */
    static Placement placement(String id, String text, String copyOf) {
        return Placement.newBuilder()
                .setArticleId(id)
                .setContentHash("hash of " + text)
                .setLanguage("ru")
                .setCopyOf(copyOf)
                .setStory(copyOf == null ? id : copyOf)
                .setThread(copyOf == null ? id : copyOf)
                .build();
    }

    /** The truth of a text that was copied from another one, or not. */
    static Truth.Content content(String text, String root) {
        return new Truth.Content(text, "Title", OUTLET, "ru", root);
    }
}
