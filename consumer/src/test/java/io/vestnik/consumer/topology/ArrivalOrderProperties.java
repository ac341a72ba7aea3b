/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;

import io.vestnik.consumer.Rows;
import io.vestnik.schemas.Keys;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever order the topics come in, the views are those of the final tables. */
class ArrivalOrderProperties {
    private static final List<String> ARTICLES = List.of("a", "b", "c", "d");
    private static final List<String> NEWS_TOPICS = List.of("story:s1", "story:s2", "entity:e1", "outlet:A|B%");

    @Property(tries = 40)
    void shouldNotDependOnTheOrderOfArrival(@ForAll long script, @ForAll long firstOrder, @ForAll long secondOrder)
            throws IOException {
        assertThat(views(script, firstOrder)).isEqualTo(views(script, secondOrder));
    }

    @Property(tries = 20)
    void shouldLeaveNothingWhenEverythingIsTakenBack(@ForAll long script, @ForAll long order) throws IOException {
        Path directory = Files.createTempDirectory("consumer");
        try (ConsumerDriver driver = new ConsumerDriver(UUID.randomUUID().toString(), directory)) {
            replay(driver, script, order);
            for (String topic : NEWS_TOPICS) {
                ARTICLES.forEach(article -> driver.put(TOPICS.coverageMembers, Keys.of(topic, article), null));
                driver.put(TOPICS.coverage, topic, null);
            }
            driver.put(TOPICS.entities, "e1", null);
            driver.put(TOPICS.utterances, "u1", null);
            ARTICLES.forEach(article -> driver.put(TOPICS.utteranceMembers, Keys.of("u1", article, "4"), null));
            ARTICLES.forEach(article -> driver.put(TOPICS.analyses, article, null));
            assertThat(compacted(driver)).isEmpty();
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    private static Map<String, SpecificRecord> views(long script, long order) throws IOException {
        Path directory = Files.createTempDirectory("consumer");
        try (ConsumerDriver driver = new ConsumerDriver(UUID.randomUUID().toString(), directory)) {
            replay(driver, script, order);
            return compacted(driver);
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    private static Map<String, SpecificRecord> compacted(ConsumerDriver driver) {
        Map<String, SpecificRecord> views = new TreeMap<>();
        driver.compacted(TOPICS.viewStories).forEach((key, view) -> views.put("stories " + key, view));
        driver.compacted(TOPICS.viewCoverage).forEach((key, view) -> views.put("coverage " + key, view));
        driver.compacted(TOPICS.viewEntities).forEach((key, view) -> views.put("entities " + key, view));
        driver.compacted(TOPICS.viewUtterances).forEach((key, view) -> views.put("utterances " + key, view));
        driver.compacted(TOPICS.viewArticles).forEach((key, view) -> views.put("articles " + key, view));
        return views;
    }

    /** Within a topic the order is kept, as Kafka does; between topics it is the order's. */
    private static void replay(ConsumerDriver driver, long script, long order) {
        List<Deque<Consumer<ConsumerDriver>>> topics = script(new Random(script));
        Random choice = new Random(order);
        while (!topics.isEmpty()) {
            Deque<Consumer<ConsumerDriver>> topic = topics.get(choice.nextInt(topics.size()));
            topic.remove().accept(driver);
            topics.removeIf(Deque::isEmpty);
        }
    }

    private static List<Deque<Consumer<ConsumerDriver>>> script(Random random) {
        Deque<Consumer<ConsumerDriver>> coverage = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> members = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> entities = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> utterances = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> renderings = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> analyses = new ArrayDeque<>();
        Deque<Consumer<ConsumerDriver>> placements = new ArrayDeque<>();
        for (int i = 0; i < 12; i++) {
            String topic = NEWS_TOPICS.get(random.nextInt(NEWS_TOPICS.size()));
            int number = random.nextInt(4);
            coverage.add(driver -> driver.put(
                    TOPICS.coverage, topic, number == 0 ? null : Rows.coverage(topic, "n" + number, number, number)));
            entities.add(driver ->
                    driver.put(TOPICS.entities, "e1", number == 0 ? null : Rows.entity("e1", "n" + number, number)));
        }
        for (int i = 0; i < 24; i++) {
            String topic = NEWS_TOPICS.get(random.nextInt(NEWS_TOPICS.size()));
            String article = ARTICLES.get(random.nextInt(ARTICLES.size()));
            int number = random.nextInt(5);
            members.add(driver -> driver.put(
                    TOPICS.coverageMembers,
                    Keys.of(topic, article),
                    number == 0 ? null : Rows.member(topic, article, "s" + number, number)));
            renderings.add(driver -> driver.put(
                    TOPICS.utteranceMembers,
                    Keys.of("u1", article, "4"),
                    number == 0 ? null : Rows.rendering("u1", article, 4, number)));
        }
        for (int i = 0; i < 4; i++) {
            int number = random.nextInt(4);
            String source = ARTICLES.get(number);
            utterances.add(driver -> driver.put(
                    TOPICS.utterances, "u1", number == 0 ? null : Rows.utterance("u1", null, source, 4, number)));
        }
        // Both tables go through the same versions of an article, and end with the same.
        for (int i = 0; i < 12; i++) {
            String article = ARTICLES.get(random.nextInt(ARTICLES.size()));
            int number = random.nextInt(4);
            analyses.add(driver -> driver.put(
                    TOPICS.analyses, article, number == 0 ? null : Rows.analysis(article, "v" + number, number)));
            placements.add(driver -> driver.put(
                    TOPICS.placements, article, number == 0 ? null : Rows.placement(article, "v" + number, "s1")));
        }
        return new ArrayList<>(List.of(analyses, placements, coverage, members, entities, utterances, renderings));
    }
}
