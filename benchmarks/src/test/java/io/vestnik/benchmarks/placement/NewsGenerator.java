/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.vestnik.text.Analysis;
import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.TermWeigher;

/**
 * Makes a stream of news of any length, as the analysis would hand it to the desk: real sketches and term weights of
 * made-up texts. An article begins an event or goes on with one of a recent article, so that the sizes of events follow
 * a power law and some of them grow to thousands; some articles are copies of others. The same seed makes the same news.
 */
final class NewsGenerator {
    private static final int RECENT = 20_000;
    /** Of a hundred articles so many begin an event, as in the news at large. */
    static final int NEW_EVENTS = 55;

    private static final int COPY_PERCENT = 30;
    private static final int SENTENCES = 12;
    private static final Sketcher SKETCHER = new Sketcher();
    private static final TermWeigher WEIGHER = TermWeigher.of("ru");

    private final Random random;
    private final Vocabulary vocabulary;
    private final long start;
    private final long stepMillis;
    private final int newEvents;
    private final List<Article> recent = new ArrayList<>();
    private int count;

    private record Article(Event event, List<String> sentences, List<Quote> quotes) {}

    /**
     * Begins a stream.
     *
     * @param seed chooses the news
     * @param start when the first article is observed, milliseconds since the epoch
     * @param stepMillis from one article to the next, milliseconds
     * @param newEvents of a hundred articles so many begin an event; 0 for news of one event
     */
    NewsGenerator(long seed, long start, long stepMillis, int newEvents) {
        this.random = new Random(seed);
        this.vocabulary = new Vocabulary(random);
        this.start = start;
        this.stepMillis = stepMillis;
        this.newEvents = newEvents;
    }

    /** The next articles of the stream. */
    List<DeskArticle> next(int articles) {
        List<DeskArticle> made = new ArrayList<>(articles);
        for (int i = 0; i < articles; i++) {
            made.add(next());
        }
        return made;
    }

    private DeskArticle next() {
        Article article = write();
        if (recent.size() < RECENT) {
            recent.add(article);
        } else {
            recent.set(count % RECENT, article);
        }
        long time = start + count * stepMillis;
        String id = "news-" + count++;
        String text = String.join(" ", article.sentences);
        String title = article.event.title(vocabulary, random);
        Analysis analysis = new Analysis(
                "ru",
                text.length(),
                List.of(),
                article.quotes,
                List.of(),
                SKETCHER.sketch(text),
                WEIGHER.weigh(text, title),
                "society",
                List.of());
        String outlet = "outlet-" + random.nextInt(500);
        List<Long> times = Collections.nCopies(article.quotes.size(), time);
        return new DeskArticle(id, EntityIds.hash(id), time, time, outlet, title, analysis, times, time);
    }

    private Article write() {
        if (recent.isEmpty() || random.nextInt(100) < newEvents) {
            return report(new Event(vocabulary, random));
        }
        Article earlier = recent.get(random.nextInt(recent.size()));
        return random.nextInt(100) < COPY_PERCENT ? copy(earlier) : report(earlier.event);
    }

    private Article report(Event event) {
        List<String> sentences = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        int length = SENTENCES / 2 + random.nextInt(SENTENCES);
        int at = 0;
        for (int i = 0; i < length; i++) {
            boolean speaks = random.nextInt(6) == 0;
            String sentence = speaks ? event.statement(random) : event.sentence(vocabulary, random);
            if (speaks) {
                quotes.add(quote(event.speaker(), sentence, at));
            }
            sentences.add(sentence);
            at += sentence.length() + 1;
        }
        return new Article(event, sentences, quotes);
    }

    private Article copy(Article of) {
        List<String> sentences = new ArrayList<>(of.sentences);
        sentences.set(random.nextInt(sentences.size()), of.event.sentence(vocabulary, random));
        List<Quote> quotes = new ArrayList<>();
        int at = 0;
        for (String sentence : sentences) {
            for (Quote quote : of.quotes) {
                if (quote.text().equals(sentence)) {
                    quotes.add(quote(of.event.speaker(), sentence, at));
                    break;
                }
            }
            at += sentence.length() + 1;
        }
        return new Article(of.event, sentences, quotes);
    }

    private static Quote quote(String speaker, String words, int begin) {
        return new Quote(
                begin,
                begin + words.length(),
                QuoteKind.DIRECT,
                words,
                List.of(),
                speaker,
                SpeakerType.PER,
                EntityIds.of(EntityType.PER, speaker),
                speaker,
                "сказал",
                "generated");
    }
}
