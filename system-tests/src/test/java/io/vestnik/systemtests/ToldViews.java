/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

import io.vestnik.cli.replay.ViewsAsOf;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.TopicUpdate;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers of the consumer's topics have been told, from the first record on. */
final class ToldViews {
    private static final ListRequest ALL = new ListRequest("", Integer.MAX_VALUE, 0, "");

    private final Newsroom room;
    private final Map<String, Object> settings;

    /**
     * Reads anew at each question.
     *
     * @param settings of clients
     */
    ToldViews(Newsroom room, Map<String, Object> settings) {
        this.room = room;
        this.settings = settings;
    }

    /** The updates of each topic are the changes of its coverage, each once and in their order. */
    void assertEachUpdateIsToldOnce() {
        Topics topics = room.topics();
        SortedMap<String, Coverage> last = new TreeMap<>();
        SortedMap<String, List<String>> expected = new TreeMap<>();
        read(topics.coverage, (topic, after) -> {
            Coverage before = after == null ? last.remove(topic) : last.put(topic, after);
            if (!Objects.equals(before, after)) {
                expected.computeIfAbsent(topic, key -> new ArrayList<>()).add(change(before, after));
            }
        });
        SortedMap<String, List<String>> told = new TreeMap<>();
        read(topics.updates, (topic, update) -> told.computeIfAbsent(topic, key -> new ArrayList<>())
                .add(change(Objects.requireNonNull(update))));
        assertThat(told.keySet()).isNotEmpty().isEqualTo(expected.keySet());
        expected.forEach(
                (topic, changes) -> assertThat(told.get(topic)).as(topic).isEqualTo(changes));
    }

    private static String change(Coverage before, Coverage after) {
        return after == null
                ? before.getArticles() + " and " + before.getQuotes() + " removed"
                : (before == null ? "0 and 0" : before.getArticles() + " and " + before.getQuotes()) + " to "
                        + after.getArticles() + " and " + after.getQuotes() + " of " + after.getOutletCount();
    }

    private static String change(TopicUpdate update) {
        String before = update.getArticlesBefore() + " and " + update.getQuotesBefore();
        return update.getRemoved()
                ? before + " removed"
                : before + " to " + update.getArticles() + " and " + update.getQuotes() + " of "
                        + update.getOutletCount();
    }

    /**
     * The views are those that the final tables have without a broker.
     *
     * @param state directory for what does not fit into memory
     */
    void assertViewsAreThoseOfTheTables(Path state) {
        TablesAsOf tables = new TablesAsOf();
        read(room.topics().history, (key, entry) -> tables.apply(Objects.requireNonNull(entry)));
        assertThat(tables.digest().total()).isEqualTo(room.digests().get("(total)"));
        try (ViewsAsOf expected = new ViewsAsOf(tables, state)) {
            for (ViewKind kind : ViewKind.values()) {
                SortedMap<String, String> views = new TreeMap<>();
                expected.store().list(kind, ALL).rows().forEach(row -> {
                    String position = row.position();
                    views.put(
                            position.substring(position.indexOf('|') + 1),
                            row.view().toString());
                });
                SortedMap<String, String> told = new TreeMap<>();
                read(topic(kind), (id, view) -> {
                    if (view == null) {
                        told.remove(id);
                    } else {
                        told.put(id, ViewJson.write(view).toString());
                    }
                });
                assertThat(views).as(kind.pathName()).isNotEmpty();
                assertThat(told).as(kind.pathName()).isEqualTo(views);
            }
        }
    }

    /** Nobody is told of a view again that is as it was. */
    void assertNoEqualViewIsSentAgain() {
        for (ViewKind kind : ViewKind.values()) {
            Map<String, byte[]> last = new TreeMap<>();
            room.tables().read(List.of(topic(kind).name()), (topic, key, value) -> {
                String id = new String(key, StandardCharsets.UTF_8);
                assertThat(last.containsKey(id) && Arrays.equals(last.get(id), value))
                        .as("%s %s is sent twice", topic, id)
                        .isFalse();
                last.put(id, value);
            });
        }
    }

    private Topic<? extends SpecificRecord> topic(ViewKind kind) {
        return switch (kind) {
            case STORIES -> room.topics().viewStories;
            case COVERAGE -> room.topics().viewCoverage;
            case UTTERANCES -> room.topics().viewUtterances;
            case ENTITIES -> room.topics().viewEntities;
            case ARTICLES -> room.topics().viewArticles;
        };
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, BiConsumer<String, V> reader) {
        try (Serde<V> serde = topic.serde(settings)) {
            room.tables()
                    .read(
                            List.of(topic.name()),
                            (name, key, value) -> reader.accept(
                                    new String(key, StandardCharsets.UTF_8),
                                    serde.deserializer().deserialize(name, value)));
        }
    }
}
