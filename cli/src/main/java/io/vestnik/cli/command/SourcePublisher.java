/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.StopSignal;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.ThrottledSource;

/** Publishes sources under the eyes of a person: with progress, at a pace, and until Ctrl-C where there is no end. */
final class SourcePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(SourcePublisher.class);

    private final ArticlePublisher publisher;
    private final @Nullable Double rate;
    private final PublishMeters meters;
    private final PrintWriter err;

    /**
     * A publisher of sources.
     *
     * @param rate items a second at most; null for as many as there are
     * @param meters count what is published
     */
    SourcePublisher(ArticlePublisher publisher, @Nullable Double rate, PublishMeters meters, PrintWriter err) {
        this.publisher = publisher;
        this.rate = rate;
        this.meters = meters;
        this.err = err;
    }

    /** Publishes a source to its end, and closes it. */
    PublishReport publish(String name, ArticleSource source) throws IOException, InterruptedException {
        try (ArticleSource paced = rate == null ? source : new ThrottledSource(source, rate);
                PublishProgress progress = new PublishProgress(name, paced.expectedItems(), err)) {
            PublishListener listener = source instanceof PublishListener own ? own : progress;
            return publisher.publish(paced, meters.before(listener));
        }
    }

    /** Publishes a source that has no end of its own, until a signal comes. */
    PublishReport publishUntil(StopSignal stop, String name, String what, ArticleSource source)
            throws IOException, InterruptedException {
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (source) {
            Thread waiter = new Thread(() -> closeWhenAsked(stop, ended, source), "stop-source");
            waiter.setDaemon(true);
            waiter.start();
            err.println(what + ". Ctrl-C stops.");
            err.flush();
            return publish(name, source);
        } finally {
            ended.complete("The source has ended.");
        }
    }

    private static void closeWhenAsked(StopSignal stop, CompletableFuture<String> ended, ArticleSource source) {
        try {
            stop.await(ended);
            source.close();
        } catch (CommandFailure e) {
            LOG.debug("{}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The source could not be closed", e);
        }
    }
}
