/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.TextFileSource;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.mapping.DeskMapping;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.text.Analyzer;
import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceMember;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A corpus through the desks in many orders: analysed once, placed again and again. What a follower of the desks' changes
 * ends up with is the same every time.
 *
 * <p>{@code -Dvestnik.corpus=FILE,FILE…} takes lines of JSON instead of generated articles and prints what came of them;
 * {@code -Dvestnik.shuffles=N} is the number of orders.
 */
class ShuffledCorpusTest {
    private static final String CORPUS = System.getProperty("vestnik.corpus", "");
    private static final int SHUFFLES = Integer.getInteger("vestnik.shuffles", CORPUS.isEmpty() ? 10 : 100);
    private static final int FRAME = 5;

    private final Topics topics = Topics.live();
    private long analysisBytes;
    private long commandBytes;

    @Test
    void shouldGiveOneDigestForEveryOrder() throws Exception {
        List<DeskArticle> articles = articles();
        long start = System.nanoTime();
        TableDigest expected = place(articles);
        for (int seed = 1; seed <= SHUFFLES; seed++) {
            List<DeskArticle> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(place(shuffled).perTable()).as("order of seed %d", seed).isEqualTo(expected.perTable());
        }
        assertThat(expected.rows().keySet())
                .contains(topics.placements.name(), topics.utterances.name(), topics.utteranceMembers.name());
        if (!CORPUS.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%d articles, %d bytes an analysis, %d bytes a row of the desk; %d orders, %.0f s; %s; digest %s%n",
                    articles.size(),
                    analysisBytes / articles.size(),
                    commandBytes / articles.size(),
                    SHUFFLES + 1,
                    (System.nanoTime() - start) / 1e9,
                    expected.rows(),
                    expected.total());
        }
    }

    /**
     * Every fifth article is held, given up and held again somewhere on the way, so that what it brought about is taken
     * back while others hang on it.
     */
    private TableDigest place(List<DeskArticle> articles) {
        Map<String, Desk> desks = new TreeMap<>();
        Map<String, Utterance> told = new TreeMap<>();
        TableDigest tables = new TableDigest();
        for (int i = 0; i < articles.size(); i++) {
            hold(articles.get(i), desks, told, tables);
            if (i % 5 == 4) {
                DeskArticle back = articles.get(i / 2);
                String language = back.analysis().language();
                take(language, desks.get(language).remove(back.articleId()), told, tables);
                hold(back, desks, told, tables);
            }
        }
        return tables;
    }

    private void hold(DeskArticle article, Map<String, Desk> desks, Map<String, Utterance> told, TableDigest tables) {
        String language = article.analysis().language();
        take(language, desks.computeIfAbsent(language, Desk::new).put(article), told, tables);
    }

    private void take(String language, DeskChange change, Map<String, Utterance> told, TableDigest tables) {
        change.removedPlacements().forEach(id -> tables.put(topics.placements.name(), bytes(id), null));
        change.placements()
                .forEach(placement -> put(
                        tables, topics.placements, placement.articleId(), DeskMapping.placement(language, placement)));
        change.removedUtterances().forEach(utterance -> {
            told.remove(utterance.id()).members().forEach(member -> remove(tables, utterance, member));
            tables.put(topics.utterances.name(), bytes(utterance.id()), null);
        });
        change.utterances().forEach(utterance -> {
            Utterance before = told.put(utterance.id(), utterance);
            if (before != null) {
                before.members().forEach(member -> remove(tables, before, member));
            }
            put(tables, topics.utterances, utterance.id(), DeskMapping.utterance(utterance));
            utterance
                    .members()
                    .forEach(member -> put(
                            tables,
                            topics.utteranceMembers,
                            key(utterance, member),
                            DeskMapping.member(utterance.id(), member)));
        });
    }

    private void remove(TableDigest tables, Utterance utterance, UtteranceMember member) {
        tables.put(topics.utteranceMembers.name(), bytes(key(utterance, member)), null);
    }

    private static String key(Utterance utterance, UtteranceMember member) {
        return Keys.of(utterance.id(), member.articleId(), Integer.toString(member.begin()));
    }

    private static void put(TableDigest tables, Topic<?> table, String key, SpecificRecord row) {
        byte[] body = CanonicalAvro.body(row);
        byte[] framed = new byte[FRAME + body.length];
        System.arraycopy(body, 0, framed, FRAME, body.length);
        tables.put(table.name(), bytes(key), framed);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private List<DeskArticle> articles() throws IOException, InterruptedException {
        OfflineNewsroom newsroom = new OfflineNewsroom(new Analyzer()::analyze);
        if (CORPUS.isEmpty()) {
            Instant start = Instant.parse("2025-01-10T00:00:00Z");
            read(News.lines(new CorpusGenerator(3, start).make(300)), newsroom);
        } else {
            for (String file : CORPUS.split(",", -1)) {
                Path path = Path.of(file);
                assertThat(path).as("-Dvestnik.corpus").isRegularFile();
                read(
                        new JsonLinesSource(
                                new BufferedInputStream(Files.newInputStream(path)),
                                file,
                                ZoneId.of("UTC"),
                                TextFileSource.DEFAULT_MAX_BYTES),
                        newsroom);
            }
        }
        List<DeskArticle> articles = new ArrayList<>();
        for (Analysis analysis : newsroom.analyses()) {
            ArticleState state = ArticleState.newBuilder()
                    .setRank(1)
                    .setKnownAt(analysis.getFirstObservedAt())
                    .setCurrent(analysis)
                    .build();
            DeskCommand command = ArticleMapping.hold(analysis.getArticleId(), state, analysis, List.of(), 0);
            analysisBytes += CanonicalAvro.body(analysis).length;
            commandBytes += CanonicalAvro.body(command).length;
            articles.add(ArticleMapping.deskArticle(command));
        }
        return articles;
    }

    private static void read(ArticleSource source, OfflineNewsroom newsroom) throws IOException, InterruptedException {
        try (source) {
            ArticleEvents.read(source, ObservedAt.assumed(), Clock.systemUTC(), newsroom::add, PublishListener.NONE);
        }
    }
}
