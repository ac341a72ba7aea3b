/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;

/**
 * One item of a feed or of a sitemap.
 *
 * @param guid the item's own id; null when it has none
 * @param link absolute address of its page; null when it has none
 * @param title on one line; null when it has none
 * @param body its text as plain text, the fullest that it has; null when it has none
 * @param whole whether the body is meant as the whole article, not as a teaser
 * @param published when it says that it was published; null when it does not say
 * @param updated when it says that it was changed; null when it does not say
 * @param language its language as the feed names it; null when it does not
 */
public record FeedEntry(
        @Nullable String guid,
        @Nullable URI link,
        @Nullable String title,
        @Nullable String body,
        boolean whole,
        @Nullable ClaimedTime published,
        @Nullable Instant updated,
        @Nullable String language) {

    /** The latest time that it names; null when it names none. */
    public @Nullable Instant latest() {
        Instant claimed = published == null ? null : published.getAt();
        if (claimed == null || updated == null) {
            return claimed == null ? updated : claimed;
        }
        return updated.isAfter(claimed) ? updated : claimed;
    }
}
