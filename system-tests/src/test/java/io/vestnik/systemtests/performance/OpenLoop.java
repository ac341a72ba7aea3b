/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.CorpusGenerator;
import io.vestnik.systemtests.CorpusGenerator.Article;

/**
 * Sends articles at a steady rate that waits for nobody: each is due at a time of its own, set beforehand, and what is
 * measured begins then. Were the next article to wait for the last, a pipeline that is stuck would be asked less and so
 * seem quicker (coordinated omission).
 */
final class OpenLoop {
    /** So many that the next article of one comes long after the last one is through. */
    private static final int OUTLETS = 1_000;

    private final Feed feed;
    private final List<Arrivals> arrivals;

    /** Sends into a feed and tells those who wait for the articles. */
    OpenLoop(Feed feed, List<Arrivals> arrivals) {
        this.feed = feed;
        this.arrivals = arrivals;
    }

    /**
     * Articles to send.
     *
     * @param prefix of their ids, different for each call
     * @param perSecond articles a second: they are observed at such a rate, up to now, as what lies in the future is
     *     refused
     */
    static List<ArticleEvent> events(String prefix, int count, double perSecond) {
        Instant begin = Instant.now().minusMillis((long) (count * 1_000L / perSecond));
        CorpusGenerator news = CorpusGenerator.news(prefix.hashCode(), begin, perSecond * TimeUnit.DAYS.toSeconds(1));
        List<Article> articles = new ArrayList<>(count);
        for (Article article : news.next(count)) {
            String outlet = "Газета " + articles.size() % OUTLETS;
            articles.add(
                    new Article(prefix + article.id(), article.text(), article.title(), outlet, article.observedAt()));
        }
        return Feed.events(articles);
    }

    /**
     * Sends at a rate until all is sent or it is told to stop.
     *
     * @return how many were sent
     */
    int send(List<ArticleEvent> events, double perSecond, BooleanSupplier goesOn) {
        long begin = System.nanoTime();
        int count = 0;
        for (ArticleEvent event : events) {
            long due = begin + (long) (count * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (!goesOn.getAsBoolean()) {
                break;
            }
            String topic = TopicIds.outlet(outlet(event));
            arrivals.forEach(each -> each.expect(topic, due));
            feed.send(event);
            count++;
        }
        feed.flush();
        return count;
    }

    private static String outlet(ArticleEvent event) {
        ArticleContent content = Objects.requireNonNull(event.getContent(), "each is a version");
        return Objects.requireNonNull(content.getOutlet(), "and has an outlet").getName();
    }
}
