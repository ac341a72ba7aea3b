/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the title among the first lines of an article.
 *
 * <p>The first line that is no stamp, credit, byline or copyright line is taken: as a whole when it reads as a headline
 * (short, no full stop at its end), else its first sentence without the full stop, so that a text without a headline
 * still has something to show. A lone word is passed over as a rubric when a headline follows. A sentence that is too
 * long for a title leaves the article without one.
 */
final class TitleRules {
    /** A line longer than this many UTF-16 units is no headline. */
    private static final int HEADLINE_UNITS = 200;
    /** A sentence longer than this does not serve as a title. */
    private static final int SENTENCE_UNITS = 400;

    private static final HeadWords WORDS = HeadWords.INSTANCE;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern MARKS = Pattern.compile("[|#*•>\\s\\u00A0\\uFEFF]+");
    private static final Pattern LABEL = Pattern.compile(WORDS.anyOf("title.labels") + "\\s*[:=]\\s*", FLAGS);
    private static final Pattern CREDIT = Pattern.compile(
            "(?:" + WORDS.anyOf("credit.words") + "\\s*(?:[:©|/]|\\(c\\)|by\\b|-\\s|–\\s|—\\s|$)|©|\\(c\\))", FLAGS);
    private static final Pattern BYLINE = Pattern.compile(
            "(?iu:" + WORDS.anyOf("byline.words") + ")(?:\\s*:|\\s+\\p{Lu}[\\p{L}.-]*(?:\\s+\\p{Lu}[\\p{L}.-]*)+$)");
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?…]+[»”\"')]*(?=[\\s\\u00A0]+[\\p{Lu}\\d«“„\"—–-])");
    private static final Pattern ABBREVIATION = Pattern.compile("(?:^|[^\\p{L}])\\p{L}{1,3}$");

    private TitleRules() {}

    /** The stretch that is the title; null when no line serves. */
    static @Nullable Line find(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = withoutMarks(lines.get(i));
            if (saysNothing(line) || isApparatus(line)) {
                continue;
            }
            Dateline dateline = Dateline.of(line);
            if (dateline != null) {
                return sentence(line.from(dateline.end()));
            }
            if (readsAsHeadline(line)) {
                boolean rubric = isOneWord(line) && i + 1 < lines.size() && headlineFollows(lines.get(i + 1));
                if (!rubric) {
                    return line;
                }
                continue;
            }
            return sentence(line);
        }
        return null;
    }

    /** Whether a line is a credit, a byline or a copyright line. */
    static boolean isApparatus(Line line) {
        return begins(CREDIT, line) || begins(BYLINE, line);
    }

    /** A line of dashes, stars or dots separates; it is no title. */
    private static boolean saysNothing(Line line) {
        return line.content().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean headlineFollows(Line next) {
        Line line = withoutMarks(next);
        return !saysNothing(line) && !isApparatus(line) && readsAsHeadline(line) && !isOneWord(line);
    }

    private static Line withoutMarks(Line line) {
        Line rest = line.from(behind(MARKS, line));
        return rest.from(behind(LABEL, rest));
    }

    private static boolean readsAsHeadline(Line line) {
        char last = line.text().charAt(line.end() - 1);
        return line.end() - line.begin() <= HEADLINE_UNITS && last != '.' && last != ':' && last != ';' && last != ',';
    }

    private static boolean isOneWord(Line line) {
        return line.content().chars().noneMatch(c -> Line.isSpace((char) c));
    }

    private static @Nullable Line sentence(Line line) {
        int end = line.end();
        Matcher matcher = SENTENCE_END
                .matcher(line.text())
                .region(line.begin(), line.end())
                .useTransparentBounds(true);
        while (matcher.find()) {
            String before = line.text().substring(line.begin(), matcher.start());
            if (matcher.group().startsWith(".") && ABBREVIATION.matcher(before).find()) {
                continue;
            }
            end = matcher.end();
            break;
        }
        boolean fullStop = line.text().charAt(end - 1) == '.'
                && (end - 2 < line.begin() || line.text().charAt(end - 2) != '.');
        end = fullStop ? end - 1 : end;
        Line found = new Line(line.text(), line.begin(), end);
        return end - line.begin() > SENTENCE_UNITS || saysNothing(found) ? null : found;
    }

    private static boolean begins(Pattern pattern, Line line) {
        return region(pattern, line).lookingAt();
    }

    private static int behind(Pattern pattern, Line line) {
        Matcher matcher = region(pattern, line);
        return matcher.lookingAt() ? matcher.end() : line.begin();
    }

    private static Matcher region(Pattern pattern, Line line) {
        return pattern.matcher(line.text()).region(line.begin(), line.end());
    }
}
