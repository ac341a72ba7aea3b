/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.TimePrecision;

/**
 * Reads times as mail and RSS write them (RFC 822 and what is made of it): with or without a weekday, which is not looked
 * at as it is often wrong; months in English or Russian; years of two figures; zones as an offset or by the names of
 * {@code zones.properties}; and in the order of C's ctime ({@code Wed Feb  4 19:04:00 2026}).
 */
final class MailTimes {
    private static final String RESOURCE = "zones.properties";
    private static final Properties ZONES = load();

    private static final String MONTH = "(?<month>" + HeadWords.INSTANCE.anyMonth() + ")\\.?";
    private static final String WEEKDAY = "(?:" + HeadWords.INSTANCE.anyOf("weekdays") + "|\\p{L}{2,12})\\.?,?\\s+";
    private static final String CLOCK = "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?";
    private static final String ZONE =
            "(?<zone>(?:GMT|UTC)?\\s?[+-]\\d{1,2}:?(?:\\d{2})?|[A-Za-z]{1,5}|[А-Яа-я]{3})" + "(?:\\s*\\([^)]*\\))?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern MAIL = Pattern.compile(
            "(?:" + WEEKDAY + ")?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH
                    + "[\\s-]+(?<year>\\d{4}|\\d{2})(?:\\s*г\\.?)?(?:,?\\s+" + CLOCK + "(?:\\s*" + ZONE + ")?)?",
            FLAGS);
    private static final Pattern CTIME = Pattern.compile(
            WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})\\s+" + CLOCK + "(?:\\s+" + ZONE + ")?\\s+(?<year>\\d{4})", FLAGS);

    private final ZoneId zone;

    MailTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment that a field tells; null when it is not written so. */
    @Nullable ClaimedTime read(String field) {
        for (Pattern pattern : new Pattern[] {MAIL, CTIME}) {
            Matcher matcher = pattern.matcher(field);
            if (matcher.matches()) {
                try {
                    return read(matcher);
                } catch (DateTimeException e) {
                    // The thirtieth of February, or a zone that nobody knows.
                    return null;
                }
            }
        }
        return null;
    }

    private ClaimedTime read(Matcher matcher) {
        LocalDate date = LocalDate.of(
                year(matcher.group("year")),
                HeadWords.INSTANCE.month(matcher.group("month").toLowerCase(Locale.ROOT)),
                Integer.parseInt(matcher.group("day")));
        if (matcher.group("hour") == null) {
            return new ClaimedTime(date.atStartOfDay(zone).toInstant(), TimePrecision.DAY, "field", null);
        }
        String second = matcher.group("second");
        LocalTime time = LocalTime.of(
                Integer.parseInt(matcher.group("hour")),
                Integer.parseInt(matcher.group("minute")),
                // A leap second counts as the one before it.
                second == null ? 0 : Math.min(59, Integer.parseInt(second)));
        return new ClaimedTime(
                LocalDateTime.of(date, time).atZone(zone(matcher.group("zone"))).toInstant(),
                second == null ? TimePrecision.MINUTE : TimePrecision.SECOND,
                "field",
                null);
    }

    /** Years of two figures as RFC 2822 reads them. */
    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        return figures.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private ZoneId zone(@Nullable String written) {
        if (written == null) {
            return zone;
        }
        String name = written.toUpperCase(Locale.ROOT).replace(" ", "");
        String offset = name.replaceFirst("^(?:GMT|UTC)(?=[+-])", "");
        if (offset.startsWith("+") || offset.startsWith("-")) {
            String figures = offset.substring(1).replace(":", "");
            String four = figures.length() <= 2 ? figures + "00" : figures;
            return ZoneOffset.of(offset.charAt(0) + "0".repeat(4 - four.length()) + four);
        }
        String known = ZONES.getProperty(name);
        if (known == null) {
            throw new DateTimeException("No zone is called " + name);
        }
        return ZoneId.of(known);
    }

    private static Properties load() {
        Properties zones = new Properties();
        try (InputStream in = MailTimes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            zones.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + RESOURCE, e);
        }
        return zones;
    }
}
