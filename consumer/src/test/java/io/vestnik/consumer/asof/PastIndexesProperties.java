/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.search.Filter;
import io.vestnik.consumer.search.SearchHit;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.SearchKind;
import io.vestnik.consumer.search.SearchPage;
import io.vestnik.consumer.search.SearchRequest;
import io.vestnik.consumer.search.SelectedPage;
import io.vestnik.consumer.search.Selection;
import io.vestnik.consumer.search.ViewFixture;
import io.vestnik.consumer.topology.ConsumerDriver;
import io.vestnik.schemas.Topic;

import static io.vestnik.consumer.asof.HistoryFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * At any time one finds and selects what an index of that time gave which had seen nothing else, in the same order and with
 * the same scores, in whatever order the history came.
 */
class PastIndexesProperties {
    private static final int CHANGES = 50;
    private static final List<String> WORDS = List.of("title", "n2", "порт", "петров", "прибыл*", "\"новый порт\" -n1");
    private static final List<Topic<? extends SpecificRecord>> VIEWS =
            List.of(TOPICS.viewStories, TOPICS.viewArticles, TOPICS.viewUtterances, TOPICS.viewEntities);

    @Property(tries = 4)
    void shouldFindWhatAnIndexOfThatTimeFound(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path directory = Files.createTempDirectory("past");
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        try (HistoryFixture history = new HistoryFixture();
                ConsumerDriver then = new ConsumerDriver(UUID.randomUUID().toString(), directory.resolve("then"))) {
            Map<Instant, List<Object>> expected = new TreeMap<>();
            Map<String, Map<String, SpecificRecord>> views = new TreeMap<>();
            Map<String, Instant> placed = new TreeMap<>();
            Instant time = Rows.START;
            for (int i = 0; i < CHANGES; i++) {
                if (random.nextInt(6) == 0) {
                    expected.put(time, found(views(then, views), directory.resolve("index" + i)));
                    time = time.plusMillis(1 + random.nextInt(1_000));
                }
                AsOfViewsProperties.change(random, history, then, placed, time);
            }
            expected.put(time, found(views(then, views), directory.resolve("last")));
            history.flushShuffled(random);
            // As a kill leaves it.
            Path left = Files.writeString(
                    Files.createDirectories(directory.resolve("past").resolve("9"))
                            .resolve("segments"),
                    "words");
            try (PastIndexes past = new PastIndexes(
                    history.store(),
                    TOPICS,
                    () -> true,
                    directory.resolve("past"),
                    faults::add,
                    Duration.ofMinutes(1),
                    Duration.ZERO)) {
                expected.forEach((when, answers) ->
                        assertThat(found(past.at(when))).as("as of %s", when).isEqualTo(answers));
                assertThat(left).doesNotExist();
                assertThat(found(past.at(Rows.START.minusMillis(1))))
                        .allMatch(answer -> answer instanceof List<?> list && list.isEmpty());
            }
            assertThat(directory.resolve("past")).isEmptyDirectory();
            assertThat(faults).isEmpty();
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    /** The views as they are now. */
    private static Map<String, Map<String, SpecificRecord>> views(
            ConsumerDriver then, Map<String, Map<String, SpecificRecord>> views) {
        VIEWS.forEach(topic -> written(then, topic, views.computeIfAbsent(topic.name(), name -> new TreeMap<>())));
        return views;
    }

    private static <V extends SpecificRecord> void written(
            ConsumerDriver then, Topic<V> topic, Map<String, SpecificRecord> views) {
        then.written(topic).forEach(record -> {
            if (record.value == null) {
                views.remove(record.key);
            } else {
                views.put(record.key, record.value);
            }
        });
    }

    /** What is found in a new index of these views. */
    private static List<Object> found(Map<String, Map<String, SpecificRecord>> views, Path directory) {
        try (ViewFixture index = new ViewFixture(directory)) {
            VIEWS.forEach(topic -> views.get(topic.name()).forEach((id, view) -> put(index, topic, id, view)));
            return found(index.flush().answers());
        }
    }

    @SuppressWarnings("unchecked")
    private static <V extends SpecificRecord> void put(
            ViewFixture index, Topic<V> topic, String id, SpecificRecord view) {
        index.put(topic, id, (V) view);
    }

    private static List<Object> found(SearchIndex index) {
        List<Object> found = new ArrayList<>();
        for (SearchKind kind : SearchKind.values()) {
            for (Selection.Order order : Selection.Order.values()) {
                if (order == Selection.Order.QUOTES && kind != SearchKind.ENTITY) {
                    continue;
                }
                for (Filter filter : filters(kind)) {
                    SelectedPage first = index.select(new Selection(kind, filter, order, "", 2));
                    found.add(first.ids());
                    found.add(
                            first.next().isEmpty()
                                    ? List.of()
                                    : index.select(new Selection(kind, filter, order, first.next(), 1_000))
                                            .ids());
                }
            }
        }
        for (String words : WORDS) {
            SearchPage page = index.search(new SearchRequest(words, Set.of(), "", 1_000));
            found.add(page.hits().stream().map(SearchHit::toString).toList());
        }
        return found;
    }

    private static List<Filter> filters(SearchKind kind) {
        List<Filter> filters = new ArrayList<>(List.of(
                Filter.NONE,
                filter("порт", null, null, null, null, null),
                filter("n2", null, null, null, null, null),
                filter(null, null, Rows.START.plusSeconds(1), null, null, null),
                filter(null, null, null, Rows.START.plusSeconds(2), null, null)));
        if (kind != SearchKind.ENTITY) {
            filters.add(filter(null, "Вестник", null, null, null, null));
            filters.add(filter(null, null, null, null, "s1", null));
            filters.add(filter("title", null, null, null, null, "a"));
        }
        return filters;
    }

    private static Filter filter(
            @Nullable String words,
            @Nullable String outlet,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String story,
            @Nullable String article) {
        return new Filter(words, outlet, null, null, null, null, since, until, story, article, null, 0);
    }
}
