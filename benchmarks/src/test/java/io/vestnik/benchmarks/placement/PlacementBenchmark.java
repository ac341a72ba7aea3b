/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.placement;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskConfig;

/**
 * Measures what it costs to place an article at several sizes of the window, and the memory that an article takes. The
 * desk is filled, then runs on for as long as a stretch of its index lasts: the articles of a stretch are given up in a
 * row, eight for each one that comes, and none until the next stretch is due, so that only over a whole stretch as many
 * go as come. The processor's time is that of the whole process, so that the collection of garbage counts.
 */
public final class PlacementBenchmark {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int BATCH = 1_000;

    private PlacementBenchmark() {}

    /** What was seen at one size of the window. */
    private record Figures(int articles, double millis, double worst, long bytes) {}

    /**
     * Prints the table.
     *
     * @param arguments all optional: {@code windows=10000,100000}; {@code batches=20}, the thousands of articles that are
     *     measured at least; {@code event=5000}
     */
    public static void main(String... arguments) {
        int[] windows = Arrays.stream(
                        setting(arguments, "windows", "10000,100000,600000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int batches = Integer.parseInt(setting(arguments, "batches", "20"));
        // Compiling takes the processor's time too, most of it in the first tens of thousands of articles: the smallest
        // window would seem dearer than it is, and the others cheaper beside it.
        measure(windows[0], batches);
        List<Figures> all = new ArrayList<>();
        for (int window : windows) {
            all.add(measure(window, batches));
            Figures figures = all.get(all.size() - 1);
            System.out.printf(
                    Locale.ROOT,
                    "%,9d articles: %7.3f ms each, %,8.0f a CPU-second, worst batch %7.3f ms, %,7d bytes each, %.2f times%n",
                    figures.articles,
                    figures.millis,
                    1000 / figures.millis,
                    figures.worst,
                    figures.bytes,
                    figures.millis / all.get(0).millis);
        }
        oneEvent(Integer.parseInt(setting(arguments, "event", "5000")));
    }

    /** News of one event alone: the worst that can happen to the parts that relate articles. */
    private static void oneEvent(int articles) {
        if (articles == 0) {
            return;
        }
        NewsGenerator news = new NewsGenerator(2, 0, Duration.ofDays(3).toMillis() / articles, 0);
        Desk desk = new Desk("ru");
        double worst = 0;
        double last = 0;
        for (int i = 0; i < articles; i += BATCH) {
            long before = cpu();
            for (DeskArticle article : news.next(BATCH)) {
                long begin = System.nanoTime();
                desk.put(article);
                worst = Math.max(worst, (System.nanoTime() - begin) / 1e6);
            }
            last = (cpu() - before) / 1e6 / BATCH;
        }
        System.out.printf(
                Locale.ROOT,
                "%,9d articles of one event: %7.3f ms each at the end, the longest %,.0f ms%n",
                articles,
                last,
                worst);
    }

    private static String setting(String[] arguments, String name, String value) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(value);
    }

    private static Figures measure(int window, int leastBatches) {
        // A stretch is a W, and a window two and a half.
        int batches = Math.max(leastBatches, window * 2 / 5 / BATCH);
        // W, D and, on average, half of a W until a stretch of the index is given up.
        long step = WINDOW.toMillis() * 5 / 2 / window;
        NewsGenerator news = new NewsGenerator(1, 0, step, NewsGenerator.NEW_EVENTS);
        long empty = heap();
        Desk desk = new Desk("ru", DeskConfig.of(WINDOW.toMillis(), 2 * WINDOW.toMillis(), WINDOW.toMillis()));
        for (int i = 0; i < window * 6 / 5; i += BATCH) {
            news.next(BATCH).forEach(article -> place(desk, article));
        }
        double[] millis = new double[batches];
        long held = 0;
        for (int i = 0; i < batches; i++) {
            List<DeskArticle> articles = news.next(BATCH);
            long begin = cpu();
            articles.forEach(article -> place(desk, article));
            millis[i] = (cpu() - begin) / 1e6 / BATCH;
            held += desk.size();
        }
        long bytes = (heap() - empty) / desk.size();
        Arrays.sort(millis);
        return new Figures(
                (int) (held / batches), Arrays.stream(millis).average().orElseThrow(), millis[batches - 1], bytes);
    }

    private static void place(Desk desk, DeskArticle article) {
        desk.put(article);
        desk.evict(article.firstObservedAt());
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
