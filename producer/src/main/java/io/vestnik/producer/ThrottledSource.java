/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Another source, so many items a second at most: an archive that is published beside live news then leaves the pipeline
 * time for these. What was handed out is published at least once a second.
 */
public final class ThrottledSource implements ArticleSource {
    private static final long PUBLISH_NS = Duration.ofSeconds(1).toNanos();

    private final ArticleSource source;
    private final long gapNs;
    private long nextAt = System.nanoTime();
    private long publishedAt = System.nanoTime();
    private boolean published = true;
    private @Nullable SourceItem held;

    /**
     * A slower source.
     *
     * @param source the source; closed with this
     * @param itemsPerSecond more than none
     */
    public ThrottledSource(ArticleSource source, double itemsPerSecond) {
        if (!(itemsPerSecond > 0)) {
            throw new IllegalArgumentException("Not a rate: " + itemsPerSecond + " items a second");
        }
        this.source = source;
        this.gapNs = (long) (Duration.ofSeconds(1).toNanos() / itemsPerSecond);
    }

    @Override
    public String origin() {
        return source.origin();
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public boolean eachItemIsABatch() {
        return source.eachItemIsABatch();
    }

    @Override
    public OptionalLong expectedItems() {
        return source.expectedItems();
    }

    @Override
    public @Nullable SourceItem next() throws IOException, InterruptedException {
        SourceItem item = held == null ? source.next() : held;
        held = null;
        if (item == null || item instanceof SourceItem.Polled) {
            return item;
        }
        if (item instanceof SourceItem.Pause) {
            return pause();
        }
        long wait = nextAt - System.nanoTime();
        if (wait > 0 && !published && System.nanoTime() - publishedAt + wait > PUBLISH_NS) {
            held = item;
            return pause();
        }
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        nextAt = Math.max(nextAt, System.nanoTime() - gapNs) + gapNs;
        published = false;
        return item;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private SourceItem pause() {
        published = true;
        publishedAt = System.nanoTime();
        return SourceItem.Pause.INSTANCE;
    }
}
