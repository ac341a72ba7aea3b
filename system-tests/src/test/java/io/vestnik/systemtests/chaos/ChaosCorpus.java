/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.CorpusGenerator;
import io.vestnik.systemtests.News;
import io.vestnik.systemtests.chaos.guarantee.Truth;

/**
 * News of known truth, drawn from a seed: articles, copies, corrections that are taken back or not, moves to another desk
 * and back, retractions, and articles that come again after one. The events of an article follow each other; those of
 * different articles are mixed.
 */
final class ChaosCorpus {
    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");
    private static final String CORRECTION = "\n\nУточнено редакцией.";

    private final List<String> lines = new ArrayList<>();
    private final Truth truth = new Truth();
    private final List<ArticleEvent> events;

    /** Makes at least as many events as articles are asked for. */
    ChaosCorpus(long seed, int articles) throws IOException, InterruptedException {
        SortedMap<String, String> firsts = new TreeMap<>();
        List<CorpusGenerator.Article> made = new CorpusGenerator(seed, START).make(articles);
        for (int i = 0; i < made.size(); i++) {
            CorpusGenerator.Article article = made.get(i);
            String event = article.id().substring(0, article.id().lastIndexOf('-'));
            String first = firsts.computeIfAbsent(event, id -> article.text());
            boolean copy = article.text().equals(first + "\n\n" + article.source());
            tell(i, article, copy ? first : article.text());
        }
        List<ArticleEvent> read = new ArrayList<>();
        try (ArticleSource source = News.jsonLines(lines)) {
            ArticleEvents.read(source, ObservedAt.assumed(), Clock.systemUTC(), read::add, PublishListener.NONE);
        }
        if (read.size() != lines.size()) {
            throw new IllegalStateException(lines.size() + " lines gave " + read.size() + " events");
        }
        events = mixed(read, new Random(seed));
    }

    private void tell(int i, CorpusGenerator.Article article, String root) {
        version(article, article.text(), "ru", 0, root);
        if (i % 5 == 0) {
            version(article, article.text() + CORRECTION, "ru", 60_000, root);
        }
        if (i % 10 == 0) {
            version(article, article.text(), "ru", 120_000, root);
        }
        if (i % 6 == 1) {
            version(article, article.text(), "en", 90_000, root);
            if (i % 12 == 1) {
                version(article, article.text() + CORRECTION, "ru", 150_000, root);
            }
        }
        if (i % 7 == 3) {
            lines.add("{\"id\":\"" + article.id() + "\",\"retracted\":true,\"observedAt\":\""
                    + Instant.ofEpochMilli(article.observedAt() + 180_000) + "\"}");
            truth.retraction(article.id(), article.observedAt() + 180_000);
            if (i % 21 == 3) {
                version(article, article.text(), "ru", 240_000, root);
            }
        }
    }

    private void version(CorpusGenerator.Article article, String text, String language, long later, String root) {
        CorpusGenerator.Article version = new CorpusGenerator.Article(
                article.id(), text, article.title(), article.source(), article.observedAt() + later);
        lines.add(version.json().replaceFirst("\\{", "{\"language\":\"" + language + "\","));
        truth.version(
                article.id(),
                version.observedAt(),
                new Truth.Content(text, article.title(), article.source(), language, root));
    }

    /** Another order in which the events of each article stand in theirs. */
    private static List<ArticleEvent> mixed(List<ArticleEvent> events, Random random) {
        List<String> turns = new ArrayList<>();
        SortedMap<String, List<ArticleEvent>> byArticle = new TreeMap<>();
        for (ArticleEvent event : events) {
            turns.add(event.getArticleId());
            byArticle
                    .computeIfAbsent(event.getArticleId(), id -> new ArrayList<>())
                    .add(event);
        }
        Collections.shuffle(turns, random);
        List<ArticleEvent> mixed = new ArrayList<>();
        for (String turn : turns) {
            mixed.add(byArticle.get(turn).remove(0));
        }
        return mixed;
    }

    /** The events as lines of JSON. */
    List<String> lines() {
        return lines;
    }

    /** The events in the order in which they are to be sent. */
    List<ArticleEvent> events() {
        return events;
    }

    /** What stands when all of them are read. */
    Truth truth() {
        return truth;
    }
}
