/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.lookup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.apache.kafka.common.utils.Utils;

import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.asof.PastIndexes;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.search.Filter;
import io.vestnik.consumer.search.LuceneSearch;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.SearchKind;
import io.vestnik.consumer.search.SearchRequest;
import io.vestnik.consumer.search.Selection;
import io.vestnik.consumer.search.Selection.Order;
import io.vestnik.schemas.TopicIds;

/**
 * Measures how long questions by words, by filters and about the past take, each by itself on one thread, over made-up
 * news. The news have the sizes and the skew of news, not their words.
 */
public final class LookupBenchmark {
    private static final int PAGE = 50;

    /** On a machine that does other things too, the time of the processor is what a question itself costs. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LookupBenchmark() {}

    /** Something that is asked; the number makes each time a little different. */
    @FunctionalInterface
    private interface Question {
        int ask(int number);
    }

    /**
     * Prints a line for each question.
     *
     * @param arguments all optional: {@code stories=10000}, {@code articles=50000}, {@code rounds=2000} questions of each
     *     kind, after a quarter as many that do not count
     */
    public static void main(String... arguments) throws IOException {
        int stories = setting(arguments, "stories", 10_000);
        int articles = setting(arguments, "articles", 50_000);
        int rounds = setting(arguments, "rounds", 2_000);
        Path directory = Files.createTempDirectory("lookup");
        try (MadeUpNews news = new MadeUpNews(directory, stories, articles)) {
            long begin = System.nanoTime();
            LuceneSearch search = news.index();
            System.out.printf(
                    Locale.ROOT, "indexed %,d articles in %.1f s%n", articles, (System.nanoTime() - begin) / 1e9);
            measureSearch(search, rounds);
            begin = System.nanoTime();
            try (MadeUpPast past = new MadeUpPast(news, directory)) {
                System.out.printf(
                        Locale.ROOT,
                        "took %,d entries of the history in %.1f s%n",
                        past.entries(),
                        (System.nanoTime() - begin) / 1e9);
                measurePast(news, past.views(), Math.max(1, rounds / 10));
                measurePastSearch(news, past.indexes(), rounds);
            }
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    private static void measureSearch(LuceneSearch search, int rounds) {
        measure("stories, no filter", rounds, i -> select(search, filter(null, null, null, null), Order.ARTICLES));
        measure("stories, latest", rounds, i -> select(search, filter(null, null, null, null), Order.LATEST));
        measure(
                "stories of an outlet",
                rounds,
                i -> select(search, filter(null, MadeUpNews.outlet(i), null, null), Order.ARTICLES));
        measure(
                "stories of an entity",
                rounds,
                i -> select(search, filter(null, null, MadeUpNews.entity(i), null), Order.LATEST));
        measure(
                "stories by a word",
                rounds,
                i -> select(search, filter(MadeUpNews.word(i), null, null, null), Order.ARTICLES));
        measure(
                "stories by word, outlet, theme",
                rounds,
                i -> select(search, filter(MadeUpNews.word(i), MadeUpNews.outlet(i), null, "society"), Order.ARTICLES));
        measure(
                "stories of half of the time",
                rounds,
                i -> select(
                        search,
                        new Filter(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                MadeUpNews.START.plusSeconds(i),
                                null,
                                null,
                                null,
                                null,
                                0),
                        Order.ARTICLES));
        measure("search by two words", rounds, i -> search.search(
                        new SearchRequest(MadeUpNews.word(i) + " " + MadeUpNews.word(i / 7), Set.of(), "", PAGE))
                .hits()
                .size());
        measure("search by a prefix", rounds, i -> search.search(
                        new SearchRequest(MadeUpNews.word(i).substring(0, 3) + "*", Set.of(), "", PAGE))
                .hits()
                .size());
    }

    private static void measurePast(MadeUpNews news, AsOfViews past, int rounds) {
        measure("stories as of a time", rounds, i -> list(past, news.time(i), ViewKind.STORIES, ""));
        measure("themes as of a time", rounds, i -> list(past, news.time(i), ViewKind.COVERAGE, TopicIds.theme("")));
        measure(
                "one story as of a time",
                rounds,
                i -> past.get(news.time(i), ViewKind.STORIES, news.story(i)).isPresent() ? 1 : 0);
    }

    /** Each time has an index of its own: making it and asking it are told apart. */
    private static void measurePastSearch(MadeUpNews news, PastIndexes past, int rounds) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            Instant time = news.quarter(quarter);
            long begin = System.nanoTime();
            index(past, time);
            System.out.printf(
                    Locale.ROOT,
                    "indexed what was known after %d quarters of it in %.1f s%n",
                    quarter,
                    (System.nanoTime() - begin) / 1e9);
        }
        Instant time = news.quarter(2);
        measure(
                "stories by a word, half of it",
                rounds,
                i -> select(index(past, time), filter(MadeUpNews.word(i), null, null, null), Order.ARTICLES));
        measure("search by two words, half of it", rounds, i -> index(past, time)
                .search(new SearchRequest(MadeUpNews.word(i) + " " + MadeUpNews.word(i / 7), Set.of(), "", PAGE))
                .hits()
                .size());
    }

    /** The index of a time, however long it takes. */
    private static SearchIndex index(PastIndexes past, Instant time) {
        while (true) {
            try {
                return past.at(time);
            } catch (NotReadyException stillMade) {
                // It is waited for: each question has some patience of its own.
            }
        }
    }

    private static int list(AsOfViews past, Instant time, ViewKind kind, String prefix) {
        return past.list(time, kind, new ListRequest("", PAGE, 0, prefix))
                .rows()
                .size();
    }

    private static int select(SearchIndex search, Filter filter, Order order) {
        return search.select(new Selection(SearchKind.STORY, filter, order, "", PAGE))
                .ids()
                .size();
    }

    private static Filter filter(String query, String outlet, String entity, String theme) {
        return new Filter(query, outlet, entity, null, theme, null, null, null, null, null, null, 0);
    }

    private static void measure(String name, int rounds, Question question) {
        Random random = new Random(7);
        for (int i = 0; i < rounds / 4; i++) {
            question.ask(random.nextInt(1 << 20));
        }
        double[] millis = new double[rounds];
        double[] processor = new double[rounds];
        long found = 0;
        for (int i = 0; i < rounds; i++) {
            int number = random.nextInt(1 << 20);
            long begin = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            found += question.ask(number);
            processor[i] = (THREADS.getCurrentThreadCpuTime() - worked) / 1e6;
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %8.3f ms  p99 %8.3f ms  processor p50 %8.3f ms  p99 %8.3f ms  found %5.1f%n",
                name,
                millis[rounds / 2],
                millis[rounds * 99 / 100],
                processor[rounds / 2],
                processor[rounds * 99 / 100],
                (double) found / rounds);
    }

    private static int setting(String[] arguments, String name, int otherwise) {
        for (String argument : arguments) {
            if (argument.startsWith(name + "=")) {
                return Integer.parseInt(argument.substring(name.length() + 1));
            }
        }
        return otherwise;
    }
}
