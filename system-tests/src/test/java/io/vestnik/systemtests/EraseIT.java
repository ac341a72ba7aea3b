/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.cli.erase.EraseReport;
import io.vestnik.cli.erase.Eraser;
import io.vestnik.cli.pipeline.LocalPipeline;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.Reason;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.Utterance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left of an erased article, with the real applications over a real broker: nothing, in no topic, segment and
 * store; and all that others say stays. The search finds the words before the erasure.
 */
@Timeout(900)
class EraseIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final ObservedAt OBSERVED = ObservedAt.given(Instant.parse("2025-03-13T00:00:00Z"));
    private static final String ERASED = "6-erased.txt";
    private static final String SHARED = "первые катера снова пойдут на остров";

    /** What only the erased article says: words of its text, and names as they are read from it. */
    private static final List<String> WORDS = List.of(
            "Ускорюкин",
            "Пантелеймон",
            "пантелеймон",
            "Загогулинск",
            "загогулинск",
            "швартобрус",
            "Швартобрус",
            "Тридевятнадцать",
            "тридевятнадцать");

    /** The same as they are asked for, in titles, quotes and names; other forms than those of the text among them. */
    private static final List<String> ASKED =
            List.of("телегами", "швартобрусам", "\"Пантелеймон Ускорюкин\"", "загогул*");

    /** What others say, in a title and in a quote. */
    private static final Map<String, String> OTHERS =
            Map.of("телескоп", "5-other.txt", "шлифовали", "5-other.txt", "\"ремонт старого причала\"", "2-report.txt");

    /** Behind the articles and before the corrections. */
    private static final String BEFORE = "2025-03-13T12:00:00Z";

    private static final String TEXT = """
            Пантелеймон Ускорюкин сравнил катера с телегами
            date 2025-03-12

            Глава Заречного района Анна Белозёрова пообещала жителям вернуть летнюю переправу в Загогулинск.

            «Мы начинаем ремонт старого причала в апреле, купим швартобрусы, и к августу первые катера снова пойдут на остров», – \
            сказала Анна Белозёрова на встрече в Доме культуры.

            «Тридевятнадцать раз мы это слышали, а швартобруса как не было, так и нет», – возразил плотник Пантелеймон \
            Ускорюкин. По словам Пантелеймона Ускорюкина, до Загогулинска быстрее дойти пешком.
            """;

    @TempDir
    Path dir;

    private Path news;
    private Path others;

    @BeforeEach
    void writeNews() throws Exception {
        news = Files.createDirectory(dir.resolve("news"));
        others = Files.createDirectory(dir.resolve("others"));
        for (Path file : News.files(News.harbour())) {
            // Without the transcript, so that what is erased is the best source of what others quote too.
            if (!file.getFileName().toString().startsWith("1-")) {
                Files.copy(file, news.resolve(file.getFileName()));
                Files.copy(file, others.resolve(file.getFileName()));
            }
        }
        Files.writeString(news.resolve(ERASED), TEXT, StandardCharsets.UTF_8);
    }

    @Test
    void shouldLeaveNothingOfAnErasedArticleAndAllOfTheOthers() throws Exception {
        Map<String, String> without = digestsOf(others, dir.resolve("without"));
        Path data = dir.resolve("data");
        KeptBytes words = new KeptBytes(WORDS);
        Map<String, String> with;

        try (LocalPipeline pipeline = LocalPipeline.start(data, 2, "127.0.0.1:0")) {
            publish(pipeline, news);
            pipeline.awaitQuiescence(LIMIT);
            with = pipeline.tables().digest().perTable();
            correct(pipeline);
            pipeline.awaitQuiescence(LIMIT);
            assertThat(pipeline.tables().digest().perTable()).isNotEqualTo(with);
        }
        // What the stores had in memory is in their files now.
        assertThat(words.files(data.resolve("streams"))).isNotEmpty();
        assertThat(words.files(data.resolve("consumer"))).isNotEmpty();

        try (LocalPipeline pipeline = LocalPipeline.start(data, 2, "127.0.0.1:0")) {
            pipeline.awaitQuiescence(LIMIT);
            // Without it nothing would show that the search finds what there is.
            assertThat(words.topics(bootstrap(pipeline)))
                    .contains(
                            "news.articles.v1",
                            "news.corrections.v1",
                            "news.analyses.v1",
                            "news.coverage.v1",
                            "news.coverage-members.v1",
                            "news.entities.v1",
                            "news.utterances.v1",
                            "news.utterance-members.v1",
                            "news.history.v1",
                            "news.updates.v1",
                            "news.views.utterances.v1")
                    .anyMatch(topic -> topic.endsWith("-changelog"));
            assertThat(words.segments(data.resolve("kafka"))).hasSizeGreaterThan(10);
            // The files of the search index are compressed, and tell nothing by themselves.
            assertFound(pipeline, "");
            assertFound(pipeline, BEFORE);

            EraseReport report = erase(pipeline);

            assertThat(report.pending()).isEmpty();
            assertThat(report.events()).containsOnlyKeys(ERASED);
            assertThat(pipeline.tables().digest().perTable()).isEqualTo(without);
            assertThat(words.topics(bootstrap(pipeline))).isEmpty();
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(words.segments(data.resolve("kafka")))
                    .isEmpty());
            assertOthersStillQuote(pipeline);
            assertOnlyOthersAreFound(pipeline, "");
        }
        // A store that has deleted something still has it in its files.
        assertThat(words.files(data.resolve("streams"))).isNotEmpty();
        assertThat(words.files(data.resolve("consumer"))).isNotEmpty();

        // An instance that starts after an erasure restores its state.
        try (LocalPipeline pipeline = LocalPipeline.start(data, 2, "127.0.0.1:0")) {
            pipeline.awaitQuiescence(LIMIT);
            assertThat(publish(pipeline, news).refused()).containsOnlyKeys(Reason.ERASED);
            pipeline.awaitQuiescence(LIMIT);
            assertThat(pipeline.tables().digest().perTable()).isEqualTo(without);
            assertThat(words.topics(bootstrap(pipeline))).isEmpty();
            assertOnlyOthersAreFound(pipeline, "");
            assertOnlyOthersAreFound(pipeline, BEFORE);
        }
        assertThat(words.files(data)).isEmpty();
        assertThat(words.segments(data.resolve("kafka"))).isEmpty();

        try (LocalPipeline pipeline = LocalPipeline.start(data, 2, "127.0.0.1:0")) {
            assertThat(eraser(pipeline).lift(List.of(ERASED))).containsExactly(ERASED);
            assertThat(publish(pipeline, news).published()).isEqualTo(1);
            pipeline.awaitQuiescence(LIMIT);
            assertThat(pipeline.tables().digest().perTable()).isEqualTo(with);
            assertFound(pipeline, "");
        }
    }

    private static void assertFound(LocalPipeline pipeline, String time) {
        WordSearch search = new WordSearch(pipeline.queryUrl());
        for (String words : ASKED) {
            Awaitility.await(words + " " + time).atMost(LIMIT).untilAsserted(() -> assertThat(search.found(words, time))
                    .contains("article " + ERASED));
        }
        assertOthersAreFound(search, time);
    }

    private static void assertOnlyOthersAreFound(LocalPipeline pipeline, String time) {
        WordSearch search = new WordSearch(pipeline.queryUrl());
        for (String words : ASKED) {
            Awaitility.await(words + " " + time).atMost(LIMIT).untilAsserted(() -> assertThat(search.found(words, time))
                    .isEmpty());
        }
        assertOthersAreFound(search, time);
    }

    /** Or an index that is empty would look like one without the erased article. */
    private static void assertOthersAreFound(WordSearch search, String time) {
        OTHERS.forEach((words, article) -> Awaitility.await(words + " " + time)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(search.found(words, time)).contains("article " + article)));
    }

    /** What people say of the erased article, alone and together with another one. */
    private static void correct(LocalPipeline pipeline) {
        CorrectionLog log = new CorrectionLog(pipeline.settings(), pipeline.topics());
        Correction.Builder said = Correction.newBuilder()
                .setArticleId(ERASED)
                .setOtherArticleId("2-report.txt")
                .setBy("desk")
                .setWhy("Загогулинск is another place")
                .setObservedAt(Instant.parse("2025-03-14T00:00:00Z"));
        log.write(Corrections.records(Corrections.named(said.setKind(CorrectionKind.OTHER_STORY))));
        log.write(Corrections.records(Corrections.named(said.setKind(CorrectionKind.NOT_A_COPY))));
    }

    private static void assertOthersStillQuote(LocalPipeline pipeline) {
        Map<String, Analysis> analyses = pipeline.tables().rows(pipeline.topics().analyses, pipeline.settings());
        assertThat(analyses).hasSize(4).doesNotContainKey(ERASED);
        assertThat(analyses.get("2-report.txt").getQuotes())
                .extracting(Quote::getText)
                .anyMatch(text -> text.contains(SHARED));
        assertThat(pipeline.tables()
                        .rows(pipeline.topics().utterances, pipeline.settings())
                        .values())
                .extracting(Utterance::getText)
                .anyMatch(text -> text.contains(SHARED));
    }

    private static Map<String, String> digestsOf(Path folder, Path data) throws Exception {
        try (LocalPipeline pipeline = LocalPipeline.start(data, 2, "127.0.0.1:0")) {
            publish(pipeline, folder);
            pipeline.awaitQuiescence(LIMIT);
            return pipeline.tables().digest().perTable();
        }
    }

    private static PublishReport publish(LocalPipeline pipeline, Path folder) throws Exception {
        List<Path> files = new ArrayList<>(News.files(folder));
        try (ArticlePublisher publisher =
                ArticlePublisher.open(pipeline.settings(), pipeline.topics(), null, OBSERVED, Clock.systemUTC())) {
            return publisher.publish(News.batch(files), PublishListener.NONE);
        }
    }

    private static EraseReport erase(LocalPipeline pipeline) throws InterruptedException {
        return eraser(pipeline).erase(List.of(ERASED));
    }

    private static Eraser eraser(LocalPipeline pipeline) {
        return new Eraser(pipeline.settings(), pipeline.topics(), LIMIT, Clock.systemUTC(), step -> {});
    }

    private static String bootstrap(LocalPipeline pipeline) {
        return String.valueOf(pipeline.settings().get("bootstrap.servers"));
    }
}
