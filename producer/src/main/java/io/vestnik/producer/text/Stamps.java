/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.TimePrecision;

/**
 * Reads dates with a year, and the time of day that stands beside them: {@code 2026-02-04}, {@code 04.02.2026},
 * «4 февраля 2026 года», {@code February 4, 2026}; the time before or behind. A date that is read differently in
 * different countries (04/02/2026), one without a year and one that no calendar has are not read.
 */
public final class Stamps {
    private static final HeadWords WORDS = HeadWords.INSTANCE;
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String SPACE = "[\\s\\u00A0]";

    private static final String DATE = "(?:"
            + "(?<isoY>\\d{4})[-./](?<isoM>\\d{2})[-./](?<isoD>\\d{2})"
            + "|(?<dotD>\\d{1,2})\\.(?<dotM>\\d{1,2})\\.(?<dotY>\\d{4})"
            + "|(?<wordD>\\d{1,2})" + SPACE + "+(?<wordM>" + WORDS.anyMonth() + ")\\.?,?" + SPACE + "+(?<wordY>\\d{4})"
            + "|(?<enM>" + WORDS.anyMonth() + ")\\.?" + SPACE + "+(?<enD>\\d{1,2}),?" + SPACE + "+(?<enY>\\d{4})"
            + ")(?![\\d])(?:" + SPACE + "*" + WORDS.anyOf("year.marks") + "(?![\\p{L}\\d])\\.?)?";
    private static final String ZONE = "(?<zone#>Z\\b|UTC\\b|GMT\\b|\\(?" + WORDS.anyOf("moscow.marks")
            + "(?!\\p{L})\\)?|[+-]\\d{2}:?\\d{2}(?!\\d))";
    private static final String CLOCK = "(?<hour#>\\d{1,2}):(?<minute#>\\d{2})(?::(?<second#>\\d{2})(?:[.,]\\d{1,9})?)?"
            + "(?!\\d)(?:" + SPACE + "?(?<half#>[ap]\\.?m\\b\\.?))?(?:" + SPACE + "*" + ZONE + ")?";
    private static final String GAP =
            "(?:" + SPACE + "*[,|•·/—–-]?" + SPACE + "*(?:" + WORDS.anyOf("clock.joiners") + SPACE + "+)?)";

    /** The groups of the time are numbered, as it may stand on either side. */
    private static final Pattern STAMP = Pattern.compile(
            "(?:" + CLOCK.replace("#", "1") + GAP + ")?" + DATE + "(?:(?:T|" + GAP + ")" + CLOCK.replace("#", "2")
                    + ")?(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final ZoneId zone;

    /**
     * @param zone where a time without a zone is read
     */
    public Stamps(ZoneId zone) {
        this.zone = zone;
    }

    /** The stamp that a field consists of; null when it is not one. */
    @Nullable Stamp whole(String field) {
        String trimmed = field.strip();
        Stamp stamp = at(trimmed, 0, trimmed.length());
        return stamp != null && stamp.end() == trimmed.length() ? stamp : null;
    }

    /** The stamp that begins at a position; null when none does. */
    @Nullable Stamp at(String text, int from, int to) {
        Matcher matcher = STAMP.matcher(text).region(from, to).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        try {
            return read(matcher);
        } catch (DateTimeException e) {
            // The thirtieth of February: written like a date, but none.
            return null;
        }
    }

    private Stamp read(Matcher matcher) {
        LocalDate date;
        boolean numeric = true;
        if (matcher.group("isoY") != null) {
            date = date(matcher.group("isoY"), matcher.group("isoM"), matcher.group("isoD"));
        } else if (matcher.group("dotY") != null) {
            date = date(matcher.group("dotY"), matcher.group("dotM"), matcher.group("dotD"));
        } else {
            numeric = false;
            date = matcher.group("wordY") != null
                    ? date(matcher.group("wordY"), month(matcher.group("wordM")), matcher.group("wordD"))
                    : date(matcher.group("enY"), month(matcher.group("enM")), matcher.group("enD"));
        }
        String side = matcher.group("hour2") != null ? "2" : "1";
        String hour = matcher.group("hour" + side);
        if (hour == null) {
            return new Stamp(
                    date.atStartOfDay(zone).toInstant(), TimePrecision.DAY, numeric, matcher.start(), matcher.end());
        }
        String second = matcher.group("second" + side);
        LocalTime time = LocalTime.of(
                hour(hour, matcher.group("half" + side)),
                Integer.parseInt(matcher.group("minute" + side)),
                second == null ? 0 : Integer.parseInt(second));
        return new Stamp(
                LocalDateTime.of(date, time)
                        .atZone(zone(matcher.group("zone" + side)))
                        .toInstant(),
                second == null ? TimePrecision.MINUTE : TimePrecision.SECOND,
                numeric,
                matcher.start(),
                matcher.end());
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String month(String name) {
        return Integer.toString(WORDS.month(name.toLowerCase(Locale.ROOT)));
    }

    private static int hour(String figures, @Nullable String half) {
        int hour = Integer.parseInt(figures);
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("Not an hour of a half day: " + hour);
        }
        boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private ZoneId zone(@Nullable String written) {
        if (written == null) {
            return zone;
        }
        char first = written.charAt(0);
        if (first == '+' || first == '-') {
            return ZoneOffset.of(written);
        }
        String upper = written.toUpperCase(Locale.ROOT);
        return upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT") ? ZoneOffset.UTC : MOSCOW;
    }
}
