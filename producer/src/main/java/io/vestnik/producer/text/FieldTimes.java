/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;

/**
 * Reads times from fields: ISO 8601 with or without a zone, a day alone, the forms of mail and RSS that {@link MailTimes}
 * reads ({@code Wed, 04 Feb 2026 19:04:00 +0300}), and every form that {@link Stamps} reads.
 */
public final class FieldTimes {
    private final Stamps stamps;
    private final MailTimes mail;

    /**
     * @param zone where a time without a zone is read
     */
    public FieldTimes(ZoneId zone) {
        this.stamps = new Stamps(zone);
        this.mail = new MailTimes(zone);
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
        // Where it is not that form either, the caller says so with the name of the field.
        return mail.read(value);
    }
}
