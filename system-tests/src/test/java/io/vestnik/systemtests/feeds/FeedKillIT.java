/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.feeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.common.serialization.Serde;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.ConsumerProcess;
import io.vestnik.systemtests.LiveReaders;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From feeds to a reader of live updates, while items are edited, removed and repeated and both the producer and the
 * consumer are killed twice: every article has just the versions and the retraction that it was given, each once and in
 * order; the views are those of the articles as they stand; the reader has every update once.
 */
@Timeout(900)
class FeedKillIT {
    private static final int FEEDS = 20;
    private static final int ITEMS = Integer.getInteger("vestnik.feeds.items", 1_000) / FEEDS;
    private static final String CONSUMER = "feeds-consumer";
    private static final Duration LIMIT = Duration.ofMinutes(6);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldBringWhatTheModelSaysToReadersWhenBothEndsAreKilledTwice() throws Exception {
        try (FeedSite site = new FeedSite(FEEDS, ITEMS, ITEMS / 5);
                Newsroom room = new Newsroom(cluster, "feeds", 2);
                Quiescence left = new Quiescence(
                        cluster.bootstrap(), Map.of(CONSUMER, room.topics().consumed()));
                ConsumerProcess consumer = new ConsumerProcess(data.resolve("consumer"), cluster, room, CONSUMER);
                LiveReaders reader = new LiveReaders(data, cluster, room, List.of(consumer.port()))) {
            Path opml = Files.writeString(data.resolve("feeds.opml"), site.opml());
            int all = FEEDS * ITEMS;
            room.start(data.resolve("streams"));
            consumer.awaitReady(LIMIT);
            reader.read();

            // Each kill comes right after new work: whoever waits in between for what was done may find all of it done.
            try (VestnikProcess first = produce(room, opml)) {
                reader.awaitMoreThan(0, LIMIT);
                site.write(ITEMS);
                await(first, () -> events(room) > all / 5);
                first.kill();
            }
            consumer.killAtWork(left, LIMIT);
            assertThat(events(room)).as("events at the first kill").isLessThan(all);
            long toldAtFirst = updates(room);
            consumer.start();

            long toldAtSecond;
            try (VestnikProcess second = produce(room, opml)) {
                await(second, () -> events(room) >= all && updates(room) > toldAtFirst);
                for (int number = 1; number <= ITEMS / 10; number++) {
                    site.edit(number);
                    site.withdraw(ITEMS / 2 + number);
                    site.remove(ITEMS / 4 + number);
                    site.repeat(3 * ITEMS / 4 + number);
                }
                await(second, () -> events(room) > all);
                second.kill();
                consumer.killAtWork(left, LIMIT);
                toldAtSecond = updates(room);
            }
            long expected = site.model().values().stream().mapToLong(List::size).sum();
            assertThat(events(room)).as("events at the second kill").isLessThan(expected);
            consumer.start();

            try (VestnikProcess third = produce(room, opml)) {
                await(third, () -> events(room) >= expected);
                // What should not come does not come later either.
                Thread.sleep(5_000);
                third.terminate();
                assertThat(third.await(Duration.ofSeconds(60))).as(third.tail()).isZero();
            }
            VestnikProcess.Result once = VestnikProcess.run(data, LIMIT, arguments(room, opml, "--once", "--json"));
            assertThat(once.status()).as(once.err()).isZero();
            assertThat(once.out()).contains("\"published\":0,\"newVersions\":0").contains("\"retracted\":0");

            assertThat(published(room)).isEqualTo(site.model());
            room.settle(LIMIT);
            assertThat(left.await(LIMIT, consumer::alive))
                    .as("left to do" + consumer.tail())
                    .isEmpty();
            assertThat(updates(room)).as("updates at the end").isGreaterThan(toldAtSecond);
            reader.assertEachUpdateIsHeardOnce(LIMIT);
            consumer.awaitReady(LIMIT);
            assertThat(shown(consumer, contents(room))).isEqualTo(site.live());
            assertThat(new FinalTables(cluster.bootstrap(), room.topics()).count(room.topics().deadLetters))
                    .as("dead letters")
                    .isZero();
        }
    }

    /** Title and text by the content's hash, as the log has them; the log is compared with the model by itself. */
    private static Map<String, ArticleContent> contents(Newsroom room) {
        Map<String, ArticleContent> contents = new TreeMap<>();
        try (Serde<ArticleEvent> serde = room.topics().articles.serde(cluster.settings())) {
            new FinalTables(cluster.bootstrap(), room.topics())
                    .read(List.of(room.topics().articles.name()), (topic, key, value) -> {
                        ArticleEvent event = serde.deserializer().deserialize(topic, value);
                        if (event.getContentHash() != null) {
                            contents.put(event.getArticleId() + " " + event.getContentHash(), event.getContent());
                        }
                    });
        }
        return contents;
    }

    /** The articles that the consumer has views of: title, and the text of the version that the view is of. */
    private static SortedMap<String, String> shown(ConsumerProcess consumer, Map<String, ArticleContent> contents)
            throws Exception {
        SortedMap<String, String> shown = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = consumer.json("/articles?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (JsonNode article : page.get("items")) {
                String id = article.get("articleId").asText();
                ArticleContent content =
                        contents.get(id + " " + article.get("contentHash").asText());
                assertThat(content).as("version of " + article).isNotNull();
                String text = content.getText();
                assertThat(article.get("length").asInt())
                        .as("length of " + id)
                        .isEqualTo(text.codePointCount(0, text.length()));
                shown.put(id, article.get("title").asText() + "\n" + text);
            }
            cursor = page.get("next").isNull()
                    ? ""
                    : URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return shown;
    }

    private static VestnikProcess produce(Newsroom room, Path opml) {
        return VestnikProcess.start(data, arguments(room, opml, "--interval", "2s"));
    }

    private static String[] arguments(Newsroom room, Path opml, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "produce",
                opml.toString(),
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--set",
                "http.open.networks=127.0.0.0/8",
                "--set",
                "http.host.gap.ms=0"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(VestnikProcess process, Check check) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.alive()).as("still running" + process.tail()).isTrue();
            return check.holds();
        });
    }

    private static long events(Newsroom room) {
        return new FinalTables(cluster.bootstrap(), room.topics()).count(room.topics().articles);
    }

    private static long updates(Newsroom room) {
        return room.tables().count(room.topics().updates);
    }

    /** The texts of each article in the order of the log, a retraction as the model has it. */
    private static SortedMap<String, List<String>> published(Newsroom room) {
        SortedMap<String, List<String>> published = new TreeMap<>();
        try (Serde<ArticleEvent> serde = room.topics().articles.serde(cluster.settings())) {
            new FinalTables(cluster.bootstrap(), room.topics())
                    .read(List.of(room.topics().articles.name()), (topic, key, value) -> {
                        ArticleEvent event = serde.deserializer().deserialize(topic, value);
                        published
                                .computeIfAbsent(event.getArticleId(), id -> new ArrayList<>())
                                .add(
                                        event.getKind() == ArticleEventKind.RETRACTION
                                                ? FeedSite.RETRACTED
                                                : event.getContent().getText());
                    });
        }
        return published;
    }
}
