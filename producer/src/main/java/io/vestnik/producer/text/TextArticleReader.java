/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Span;

/**
 * Reads title, outlet and claimed time from the text of a news article as it came. The text is only looked at: nothing
 * of it is cut off, and every span counts the code points of the text as received.
 *
 * <p>The claimed time is the first stamp at the head: behind a label ({@code date 2026-02-04 …}, the text may go on
 * behind it), at the beginning of the text, or on one of the first lines by itself; else the day of a dateline, if it
 * has a year. It is reported as claimed, right or wrong. The outlet is that of a copyright line with a year at the end
 * of the text, else that of the dateline. Whose photo is shown and whom the text cites are not the outlet.
 */
public final class TextArticleReader {
    private static final HeadWords WORDS = HeadWords.INSTANCE;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Lines that may belong to the head, blank ones not counted. */
    private static final int HEAD_LINES = 12;
    /** Lines on which a stamp of the article may stand. */
    private static final int STAMP_LINES = 6;
    /** Lines on which a copyright line may stand. */
    private static final int TAIL_LINES = 6;

    private static final Pattern LABEL =
            Pattern.compile("[|\\s]*" + WORDS.anyOf("date.labels") + "(?:\\s*[:=]\\s*|\\s+)", FLAGS);
    private static final Pattern WEEKDAY =
            Pattern.compile("[|\\s]*" + WORDS.anyOf("weekdays") + "(?!\\p{L})\\.?,?\\s*", FLAGS);
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0,.;|•·:—–/-]*");
    private static final Pattern IN_PARENTHESES = Pattern.compile("[\\s\\u00A0]*\\([^()]*\\)[\\s\\u00A0]*");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\(c\\)|copyright(?:\\s*(?:©|\\(c\\)))?)[\\s\\u00A0]*"
                    + "(?:\\d{4}(?:\\s*[-–—]\\s*\\d{4})?\\s*(?:" + WORDS.anyOf("year.marks")
                    + "(?!\\p{L})\\.?)?[,.]?\\s*"
                    + "(?<behind>[^\\d\\s][^|/]*)|(?<before>[^\\d\\s][^|/]*?),?\\s*\\d{4}(?:\\s*[-–—]\\s*\\d{4})?[.]?$)",
            FLAGS);
    private static final Pattern RIGHTS = Pattern.compile("[,.;\\s]*" + WORDS.anyOf("rights.marks") + ".*$", FLAGS);

    private final Stamps stamps;

    /**
     * @param zone where a time without a zone is read; a day begins there
     */
    public TextArticleReader(ZoneId zone) {
        this.stamps = new Stamps(zone);
    }

    /** What the text says of itself. */
    public ReadArticle read(String text) {
        List<Line> content = new ArrayList<>();
        ClaimedTime claimed = readHead(text, content);
        Dateline dateline = firstDateline(content);
        if (claimed == null && dateline != null && dateline.dayBegin() >= 0) {
            Stamp day = stamps.at(text, dateline.dayBegin(), text.length());
            claimed = day == null ? null : claim(text, day, "dateline");
        }
        Outlet outlet = copyright(text);
        if (outlet == null && dateline != null) {
            outlet = outlet(text, dateline.outletBegin(), dateline.outletEnd(), "dateline");
        }
        Line title = TitleRules.find(content);
        Span span = title == null ? null : Line.span(text, title.begin(), title.end());
        return new ReadArticle(title == null ? null : title.content(), span, outlet, claimed);
    }

    /** Reads the claimed time and sorts out the lines of stamps; what else stands at the head goes to content. */
    private @Nullable ClaimedTime readHead(String text, List<Line> content) {
        ClaimedTime claimed = null;
        int index = 0;
        for (Line line : Line.first(text, HEAD_LINES)) {
            Stamp stamp = index < STAMP_LINES ? stampOf(line, index) : null;
            if (stamp == null) {
                content.add(line);
            } else {
                if (claimed == null) {
                    claimed =
                            claim(text, stamp, index == 0 ? "header-line" : index == 1 ? "second-line" : "later-line");
                }
                Line rest = behind(line, stamp);
                if (index == 0 && !rest.isEmpty() && text.charAt(rest.begin()) != '(') {
                    content.add(rest);
                }
            }
            index++;
        }
        return claimed;
    }

    /** The stamp of a line; null when a date in it belongs to a sentence. */
    private @Nullable Stamp stampOf(Line line, int index) {
        int label = behind(LABEL, line, line.begin());
        boolean labelled = label > line.begin();
        Stamp stamp = stamps.at(line.text(), behind(WEEKDAY, line, label), line.end());
        if (stamp == null) {
            return null;
        }
        boolean whole = behind(line, stamp).isEmpty() || behind(IN_PARENTHESES, line, stamp.end()) == line.end();
        boolean opening = index == 0 && (stamp.numeric() || stamp.hasClock());
        return whole || labelled || opening ? stamp : null;
    }

    private static @Nullable Dateline firstDateline(List<Line> content) {
        for (Line line : content) {
            Dateline dateline = Dateline.of(line);
            if (dateline != null) {
                return dateline;
            }
        }
        return null;
    }

    private static @Nullable Outlet copyright(String text) {
        for (Line line : Line.last(text, TAIL_LINES)) {
            Matcher matcher = COPYRIGHT.matcher(text).region(line.begin(), line.end());
            if (!matcher.lookingAt()) {
                continue;
            }
            String group = matcher.group("behind") != null ? "behind" : "before";
            int begin = matcher.start(group);
            Matcher rights = RIGHTS.matcher(text).region(begin, matcher.end(group));
            int end = rights.find() ? rights.start() : matcher.end(group);
            while (end > begin && ".,; \u00A0®™".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end > begin) {
                return outlet(text, begin, end, "copyright");
            }
        }
        return null;
    }

    private static Outlet outlet(String text, int begin, int end, String basis) {
        String name = text.substring(begin, end);
        String host = Dateline.isHost(name) ? name.toLowerCase(Locale.ROOT) : null;
        return new Outlet(name, host, basis, Line.span(text, begin, end));
    }

    private static ClaimedTime claim(String text, Stamp stamp, String basis) {
        return new ClaimedTime(stamp.at(), stamp.precision(), basis, Line.span(text, stamp.begin(), stamp.end()));
    }

    private static Line behind(Line line, Stamp stamp) {
        return line.from(behind(SEPARATORS, line, stamp.end()));
    }

    private static int behind(Pattern pattern, Line line, int from) {
        Matcher matcher = pattern.matcher(line.text()).region(from, line.end());
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
