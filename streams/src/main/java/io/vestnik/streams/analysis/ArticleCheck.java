/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.error.BadArticleException.Reason;

/**
 * Decides whether an article event may enter. The only place that asks a clock, and its answer reaches no result: an
 * event of the future is refused, or one wrong date would hold up every topic it is copied to.
 */
public final class ArticleCheck {
    static final int MAX_ID_BYTES = 2048;
    private static final int MAX_OUTLET_BYTES = 1024;
    private static final int MAX_TITLE_BYTES = 64 * 1024;

    private final Clock clock;
    private final Duration tolerance;
    private final int maxBodyBytes;

    /**
     * A check.
     *
     * @param tolerance how far an observation may lie ahead of the clock
     * @param maxBodyBytes greatest size of a text in bytes of UTF-8
     */
    public ArticleCheck(Clock clock, Duration tolerance, int maxBodyBytes) {
        this.clock = clock;
        this.tolerance = tolerance;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Whether an observation may bear on the stream's time. */
    boolean isTimely(Instant observedAt) {
        return observedAt.toEpochMilli() >= 0
                && !observedAt.isAfter(clock.instant().plus(tolerance));
    }

    /**
     * Checks a record.
     *
     * @param erasure whether it bears the mark of an erasure
     * @return the event, with all that its kind asks for; empty when the article was erased
     * @throws BadArticleException when it may not enter
     */
    Optional<ArticleEvent> check(@Nullable String key, @Nullable ArticleEvent event, boolean erasure) {
        if (key == null || key.isEmpty() || (event == null && !erasure)) {
            throw new BadArticleException(
                    Reason.MISSING_FIELD,
                    "The record has no key or no value. Send an ArticleEvent under its articleId.");
        }
        if (event == null) {
            return Optional.empty();
        }
        if (!key.equals(event.getArticleId())) {
            throw new BadArticleException(
                    Reason.BAD_RECORD,
                    "The record's key '" + key + "' is not its articleId '" + event.getArticleId() + "'.");
        }
        atMost(key, MAX_ID_BYTES, "articleId");
        checkTime(event.getObservedAt());
        if (event.getKind() == ArticleEventKind.VERSION) {
            checkVersion(event);
        }
        return Optional.of(event);
    }

    /**
     * Checks when something was observed.
     *
     * @throws BadArticleException when that is no time, or lies ahead of the clock
     */
    void checkTime(Instant observedAt) {
        if (observedAt.toEpochMilli() < 0) {
            throw new BadArticleException(Reason.BAD_RECORD, "observedAt " + observedAt + " lies before 1970.");
        }
        if (!isTimely(observedAt)) {
            throw new BadArticleException(
                    Reason.FUTURE,
                    "observedAt " + observedAt + " lies more than " + tolerance.toMinutes()
                            + " minutes ahead of the clock. Correct the time at the source and send the event again.");
        }
    }

    private void checkVersion(ArticleEvent event) {
        ArticleContent content = event.getContent();
        if (content == null || event.getContentHash() == null) {
            throw new BadArticleException(Reason.MISSING_FIELD, "A VERSION needs content and contentHash.");
        }
        atMost(content.getText(), maxBodyBytes, "text");
        String title = content.getTitle();
        if (title != null) {
            atMost(title, MAX_TITLE_BYTES, "title");
        }
        Outlet outlet = content.getOutlet();
        if (outlet != null) {
            atMost(outlet.getName(), MAX_OUTLET_BYTES, "outlet");
        }
    }

    static void atMost(String value, int maxBytes, String field) {
        // A char is at least one byte of UTF-8, so most texts need not be encoded to be counted.
        if (value.length() > maxBytes
                || (value.length() > maxBytes / 3 && value.getBytes(StandardCharsets.UTF_8).length > maxBytes)) {
            throw new BadArticleException(
                    Reason.TOO_LARGE, "The " + field + " has more than " + maxBytes + " bytes; shorten or split it.");
        }
    }
}
