/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.TimePrecision;

/**
 * Reads times from fields: ISO 8601 with or without a zone, a day alone, the form of mail and RSS ({@code Wed, 04 Feb
 * 2026 19:04:00 +0300}), and every form that {@link Stamps} reads.
 */
public final class FieldTimes {
    private final Stamps stamps;

    /**
     * @param zone where a time without a zone is read
     */
    public FieldTimes(ZoneId zone) {
        this.stamps = new Stamps(zone);
    }

    /** The moment, to the millisecond where it is written so; the start of a day; null when it is no time. */
    public @Nullable Instant instant(String field) {
        String value = field.strip();
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            ClaimedTime claimed = claimed(value);
            return claimed == null ? null : claimed.getAt();
        }
    }

    /** The claimed time with its precision; null when it is no time. */
    public @Nullable ClaimedTime claimed(String field) {
        String value = field.strip();
        Stamp stamp = stamps.whole(value);
        if (stamp != null) {
            return new ClaimedTime(stamp.at(), stamp.precision(), "field", null);
        }
        try {
            Instant at = OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return new ClaimedTime(at, TimePrecision.SECOND, "field", null);
        } catch (DateTimeException e) {
            // Not that form either; the caller says so with the name of the field.
            return null;
        }
    }
}
