/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.QueryStore.Row;
import io.vestnik.consumer.query.StoreReader;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.topology.ConsumerDriver;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;

import static io.vestnik.consumer.asof.HistoryFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** At any time the views are those of a consumer that has seen what was known by then and nothing else. */
class AsOfViewsProperties {
    private static final List<String> NEWS_TOPICS =
            List.of("story:s1", "story:s10", "story:s2", "entity:e1", "entity:e10", "outlet:A|B%", "theme:t\u0000x");
    private static final List<String> ARTICLES = List.of("a", "a\u0000", "ab", "b|c", "ж", "\uD83D\uDE00", "\uFFEE");
    private static final List<String> UTTERANCES = List.of("u1", "u10", "u2");
    private static final int CHANGES = 120;

    @Property(tries = 15)
    void shouldGiveWhatAConsumerOfThatTimeGave(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path directory = Files.createTempDirectory("consumer");
        try (HistoryFixture history = new HistoryFixture();
                ConsumerDriver then = new ConsumerDriver(UUID.randomUUID().toString(), directory)) {
            Map<Instant, Map<String, List<Row>>> answers = new TreeMap<>();
            Map<String, Instant> placed = new TreeMap<>();
            Instant time = Rows.START;
            for (int i = 0; i < CHANGES; i++) {
                if (random.nextInt(4) == 0) {
                    answers.put(time, answers(then));
                    time = time.plusMillis(1 + random.nextInt(1_000));
                }
                change(random, history, then, placed, time);
                if (random.nextInt(10) == 0) {
                    history.flush();
                }
                if (random.nextInt(50) == 0) {
                    history.reopen();
                }
            }
            answers.put(time, answers(then));
            history.flush();
            answers.forEach((when, expected) -> {
                assertThat(answers(history.views().at(when)))
                        .as("as of %s", when)
                        .isEqualTo(expected);
                // Between two changes nothing happens.
                assertThat(answers(history.views().at(when.plusNanos(999_999)))).isEqualTo(expected);
            });
            assertThat(answers(history.views().at(Rows.START.minusMillis(1))).values())
                    .allMatch(List::isEmpty);
            assertThat(answers(history.views().at(Instant.MAX))).isEqualTo(answers(then));
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    /** A change of one row, told to both. */
    static void change(
            Random random, HistoryFixture history, ConsumerDriver then, Map<String, Instant> placed, Instant time) {
        String topic = pick(random, NEWS_TOPICS);
        String article = pick(random, ARTICLES);
        String utterance = pick(random, UTTERANCES);
        int number = random.nextInt(5);
        boolean gone = number == 0;
        switch (random.nextInt(11)) {
            case 0, 1 ->
                put(
                        history,
                        then,
                        TOPICS.coverage,
                        topic,
                        gone ? null : Rows.coverage(topic, "n" + number, number, number),
                        time);
            case 2, 3, 4 ->
                put(
                        history,
                        then,
                        TOPICS.coverageMembers,
                        Keys.of(topic, article),
                        gone ? null : Rows.member(topic, article, "s" + random.nextInt(3), number),
                        time);
            case 5 -> {
                String entity = random.nextBoolean() ? "e1" : "e10";
                put(
                        history,
                        then,
                        TOPICS.entities,
                        entity,
                        gone ? null : Rows.entity(entity, "n" + number, number),
                        time);
            }
            case 6 ->
                put(
                        history,
                        then,
                        TOPICS.utterances,
                        utterance,
                        gone ? null : Rows.utterance(utterance, null, article, begin(number), number),
                        time);
            case 7, 8, 9 -> article(random, history, then, placed, article, number, time);
            default ->
                put(
                        history,
                        then,
                        TOPICS.utteranceMembers,
                        Keys.of(utterance, article, Integer.toString(begin(number))),
                        random.nextInt(4) == 0
                                ? null
                                : Rows.rendering(utterance, article, begin(number), random.nextInt(3)),
                        time);
        }
    }

    /**
     * A version of an article and, mostly, where it stands: a placement comes at the time of its version or later. Of what
     * is known at one time the last stands, so a version that is not placed does not follow one that was at the same time.
     */
    private static void article(
            Random random,
            HistoryFixture history,
            ConsumerDriver then,
            Map<String, Instant> placed,
            String id,
            int version,
            Instant time) {
        boolean gone = version == 0;
        String hash = "h" + version;
        put(history, then, TOPICS.analyses, id, gone ? null : Rows.analysis(id, hash, ARTICLES.indexOf(id) / 2), time);
        if (gone || time.equals(placed.get(id)) || random.nextInt(3) > 0) {
            put(history, then, TOPICS.placements, id, gone ? null : Rows.placement(id, hash, "s" + version), time);
            placed.put(id, time);
        }
    }

    /** As text 9 comes behind 10. */
    private static int begin(int number) {
        return 8 + number;
    }

    private static <V extends SpecificRecord> void put(
            HistoryFixture history, ConsumerDriver then, Topic<V> table, String key, @Nullable V row, Instant time) {
        history.add(HistoryFixture.entry(table, key, row, time));
        then.put(table, key, row);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, List<Row>> answers(ConsumerDriver driver) {
        return answers(new LocalQueryStore(new StoreReader() {
            @Override
            public <V, R extends @Nullable Object> Map<Integer, R> ask(
                    String store, Function<ReadOnlyKeyValueStore<String, V>, R> question) {
                Map<Integer, R> answer = new TreeMap<>();
                answer.put(0, question.apply(driver.store(store)));
                return answer;
            }
        }));
    }

    /** Lists, pages of lists and single views. */
    private static Map<String, List<Row>> answers(QueryStore store) {
        Map<String, List<Row>> answers = new TreeMap<>();
        for (ViewKind kind : ViewKind.values()) {
            answers.put(kind + " all", list(store, kind, new ListRequest("", 100, 0, "")));
            answers.put(kind + " of two", list(store, kind, new ListRequest("", 100, 2, "")));
            List<Row> pages = new ArrayList<>();
            List<Row> page = list(store, kind, new ListRequest("", 2, 0, ""));
            while (!page.isEmpty()) {
                pages.addAll(page);
                page = list(
                        store, kind, new ListRequest(page.get(page.size() - 1).position(), 2, 0, ""));
            }
            assertThat(pages).isEqualTo(answers.get(kind + " all"));
        }
        answers.put("stories 1", list(store, ViewKind.STORIES, new ListRequest("", 100, 0, "s1")));
        answers.put("outlets", list(store, ViewKind.COVERAGE, new ListRequest("", 100, 0, TopicIds.outlet(""))));
        for (String topic : NEWS_TOPICS) {
            answers.put("topic " + topic, get(store, ViewKind.COVERAGE, topic));
            answers.put("story " + topic, get(store, ViewKind.STORIES, TopicIds.id(topic)));
            answers.put("entity " + topic, get(store, ViewKind.ENTITIES, TopicIds.id(topic)));
        }
        ARTICLES.forEach(id -> answers.put("article " + id, get(store, ViewKind.ARTICLES, id)));
        UTTERANCES.forEach(id -> answers.put("utterance " + id, get(store, ViewKind.UTTERANCES, id)));
        return answers;
    }

    private static List<Row> list(QueryStore store, ViewKind kind, ListRequest request) {
        return store.list(kind, request).rows();
    }

    private static List<Row> get(QueryStore store, ViewKind kind, String id) {
        return store.get(kind, id).rows();
    }
}
