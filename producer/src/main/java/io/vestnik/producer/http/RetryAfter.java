/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to be left alone: a number of seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** Where a server asks for more, it is asked again all the same: a mistake must not end a feed for good. */
    static final Duration MOST = Duration.ofDays(2);

    private RetryAfter() {}

    /** The time until which it asks; null when the header is missing or says nothing. */
    static @Nullable Instant read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        // The day of the week is often wrong, and says nothing that the date does not.
        String value = header.strip().replaceFirst("^\\p{L}+,\\s*", "");
        Instant until;
        try {
            until = value.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(value))
                    : OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
        Instant latest = now.plus(MOST);
        return until.isAfter(latest) ? latest : until.isBefore(now) ? now : until;
    }
}
