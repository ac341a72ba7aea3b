/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * Makes news of any amount with known truth: events of which several outlets report, in their own words and with quotes
 * of what was said there, some of them as copies, in the order in which they are observed. The same seed makes the same
 * articles, however many are asked for.
 *
 * <p>What the articles say comes from a {@link Prose}: short notes for tests that need many articles, or articles as long
 * and as full of names as real ones for measuring.
 */
public final class CorpusGenerator {
    /** Of five reports that follow the first of their event one is a copy of it. */
    private static final int ONE_COPY_IN = 5;

    private static final Duration NOTE_EVERY = Duration.ofMinutes(15);

    private final Random random;
    private final Prose prose;
    private final long start;
    private final double stepMillis;
    private final List<Article> kept = new ArrayList<>();
    private final Queue<Article> ready =
            new PriorityQueue<>(Comparator.comparingLong(Article::observedAt).thenComparing(Article::id));
    private int events;
    private int copies;

    /**
     * What is true of an article by the way it was made.
     *
     * @param event number of the event that it reports: articles of one event are one story
     * @param copyOf id of the article that it is a copy of; null for an original
     * @param said the direct quotes in it
     */
    public record Truth(int event, @Nullable String copyOf, List<Said> said) {}

    /**
     * A direct quote.
     *
     * @param speaker given name and surname
     * @param words the words between the quotation marks, as the article gives them
     * @param statement number of the statement within its event: quotes of one number are one utterance
     */
    public record Said(String speaker, String words, int statement) {}

    /**
     * One line of the corpus.
     *
     * @param observedAt milliseconds since the epoch
     * @param truth null for an article that a test has made otherwise
     */
    public record Article(
            String id,
            String text,
            String title,
            String source,
            long observedAt,
            @Nullable Truth truth) {
        /** An article of which nothing is known. */
        public Article(String id, String text, String title, String source, long observedAt) {
            this(id, text, title, source, observedAt, null);
        }

        /** The article as {@code vestnik produce --jsonl} reads it. */
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"id\":\"%s\",\"title\":\"%s\",\"source\":\"%s\",\"observedAt\":\"%s\",\"text\":\"%s\"}",
                    id,
                    escape(title),
                    escape(source),
                    Instant.ofEpochMilli(observedAt),
                    escape(text));
        }

        private static String escape(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }

    /** Short notes, an event of four reports every quarter of an hour. */
    public CorpusGenerator(long seed, Instant start) {
        this(new Random(seed), new NoteProse(), start, (double) NOTE_EVERY.toMillis());
    }

    private CorpusGenerator(Random random, Prose prose, Instant start, double stepMillis) {
        this.random = random;
        this.prose = prose;
        this.start = start.toEpochMilli();
        this.stepMillis = stepMillis;
    }

    /**
     * Articles of the length of real ones, with as many names and quotes as these.
     *
     * @param seed chooses the news
     * @param start when the first event happens
     * @param perDay articles a day, on average
     */
    public static CorpusGenerator news(long seed, Instant start, double perDay) {
        Random random = new Random(seed);
        NewsProse prose = new NewsProse(random);
        return new CorpusGenerator(
                random,
                prose,
                start,
                prose.reportsOnAverage() * Duration.ofDays(1).toMillis() / perDay);
    }

    /** Makes articles until there are at least {@code count}; gives those made first. */
    public List<Article> make(int count) {
        while (kept.size() < count) {
            kept.add(next());
        }
        return kept.subList(0, count);
    }

    /** The next articles, which are not kept: for corpora that are larger than the memory. */
    public List<Article> next(int count) {
        List<Article> next = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            next.add(next());
        }
        return next;
    }

    /** Events made so far. */
    public int events() {
        return events;
    }

    /** Copies made so far. */
    public int copies() {
        return copies;
    }

    private Article next() {
        while (ready.isEmpty() || ready.element().observedAt() >= nextEvent()) {
            event();
        }
        return ready.remove();
    }

    private long nextEvent() {
        return start + (long) (events * stepMillis);
    }

    private void event() {
        long at = nextEvent();
        int number = events++;
        Prose.Event event = prose.event(random);
        // Reports follow each other so that those of an event are over when a few more have begun.
        long pause = (long) Math.max(1, stepMillis / 3);
        Article first = null;
        int reports = event.reports(random);
        for (int i = 0; i < reports; i++) {
            String outlet = prose.outlet(number + i);
            String id = String.format(Locale.ROOT, "event-%05d-%d", number, i);
            long observedAt = at + i * pause + random.nextInt((int) Math.max(1, Math.min(60_000, pause)));
            String title = event.title(random);
            Article article;
            if (first != null && random.nextInt(ONE_COPY_IN) == 0) {
                Truth original = first.truth();
                List<Said> said = original == null ? List.of() : original.said();
                Truth truth = new Truth(number, first.id(), said);
                article = new Article(id, first.text() + "\n\n" + outlet, title, outlet, observedAt, truth);
                copies++;
            } else {
                Prose.Report report = event.report(random);
                Truth truth = new Truth(number, null, report.said());
                article = new Article(id, report.text(), title, outlet, observedAt, truth);
                if (first == null) {
                    first = article;
                }
            }
            ready.add(article);
        }
    }
}
