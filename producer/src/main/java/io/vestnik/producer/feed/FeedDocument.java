/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a polled document says.
 *
 * @param entries its items in their order
 * @param pause how long it asks to be left alone between two polls; zero when it does not say
 * @param further addresses of further documents that are to be polled too: a sitemap of sitemaps has them
 */
public record FeedDocument(List<FeedEntry> entries, Duration pause, List<URI> further) {
    /** More than any feed shows; what stands behind them is passed over. */
    public static final int MAX_ENTRIES = 5_000;

    public FeedDocument {
        entries = List.copyOf(entries.subList(0, Math.min(entries.size(), MAX_ENTRIES)));
        further = List.copyOf(further);
    }

    /** A document of items alone. */
    public static FeedDocument of(List<FeedEntry> entries) {
        return new FeedDocument(entries, Duration.ZERO, List.of());
    }
}
