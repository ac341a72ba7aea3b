/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The dateline of an agency's text: place, day and agency before the first sentence, as «МОСКВА, 4 фев — РИА
 * Новости. », «Москва. 4 февраля. INTERFAX.RU - » or {@code LONDON (Reuters) - }. Only a name that is surely one of an
 * outlet is taken: a host name, one with a word of an agency in it, or capitals between slashes.
 *
 * @param outletBegin first UTF-16 unit of the outlet's name
 * @param outletEnd one past its last unit
 * @param dayBegin first unit of the day; -1 when the dateline has none
 * @param end where the first sentence begins
 */
record Dateline(int outletBegin, int outletEnd, int dayBegin, int end) {
    private static final HeadWords WORDS = HeadWords.INSTANCE;

    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*(?:[ -]\\p{L}[\\p{L}'’-]*){0,3}";
    private static final String PLACE = NAME + "(?:(?:, ?| ?/ ?)" + NAME + "){0,2}";
    private static final String MONTH = "(?i:" + WORDS.anyMonth() + ")";
    private static final String DAY = "(?<day>\\d{1,2} " + MONTH + "\\.?,?(?: \\d{4}(?: ?(?i:"
            + WORDS.anyOf("year.marks") + ")\\b\\.?)?)?|" + MONTH + "\\.? \\d{1,2}(?:, \\d{4})?)";
    private static final String DASH = "(?: +[-–—]+ +| ?[–—] ?)";
    private static final String HOST = "[\\p{L}\\d][\\p{L}\\d-]*(?:\\.[\\p{L}\\d-]+)+";
    private static final String OUTLET = "(?<outlet>" + HOST + "|[\\p{L}\\d«\"][^,.;:!?()/\\n]{1,50}?)";

    private static final Pattern HOST_NAME = Pattern.compile(HOST);
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\d-]{2,20}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}/-]+");
    private static final Pattern CORRESPONDENT =
            Pattern.compile("^" + WORDS.anyOf("correspondent.marks") + "\\s+", Pattern.CASE_INSENSITIVE);

    /** «Москва. 4 февраля. INTERFAX.RU - » and «МОСКВА, 4 февраля 2026, REGNUM — » */
    private static final Pattern BEFORE_DASH =
            Pattern.compile(PLACE + "[.,] ?" + DAY + "[.,]? " + OUTLET + "[.]?" + DASH);
    /** «МОСКВА, 4 фев — РИА Новости. » and «МОСКВА, 4 фев — РИА Новости, Имя Фамилия. » */
    private static final Pattern BEHIND_DASH =
            Pattern.compile(PLACE + "[.,] ?" + DAY + "\\.?" + DASH + OUTLET + "(?:, ?" + NAME + ")?\\. ");
    /** «МОСКВА, 4 февраля. /ТАСС/. » */
    private static final Pattern IN_SLASHES =
            Pattern.compile(PLACE + "[.,] ?" + DAY + "\\.? /(?<outlet>[^/\\n]{2,60})/\\.?" + "(?:" + DASH + "| )");
    /** {@code LONDON, Feb 4 (Reuters) - } */
    private static final Pattern IN_PARENTHESES =
            Pattern.compile(PLACE + "(?:[.,] ?" + DAY + ")?\\.? \\((?<outlet>[^()\\n]{2,60})\\)" + DASH);

    private static final List<Pattern> FORMS = List.of(BEFORE_DASH, BEHIND_DASH, IN_SLASHES, IN_PARENTHESES);

    /** The dateline that a line begins with; null when it begins with none. */
    static @Nullable Dateline of(Line line) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(line.text())
                    .region(line.begin(), line.end())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(true);
            if (matcher.lookingAt()) {
                int begin = matcher.start("outlet");
                int end = matcher.end("outlet");
                begin += marks(line.text().substring(begin, end));
                boolean slashes = form == IN_SLASHES;
                if (isOutlet(line.text().substring(begin, end), slashes)) {
                    return new Dateline(begin, end, matcher.start("day"), matcher.end());
                }
            }
        }
        return null;
    }

    /** Whether a name is a host name, as INTERFAX.RU. */
    static boolean isHost(String name) {
        Matcher matcher = HOST_NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        String top = name.substring(name.lastIndexOf('.') + 1);
        return top.length() >= 2 && top.codePoints().allMatch(Character::isLetter);
    }

    private static int marks(String outlet) {
        Matcher matcher = CORRESPONDENT.matcher(outlet);
        return matcher.find() ? matcher.end() : 0;
    }

    private static boolean isOutlet(String name, boolean capitalsSuffice) {
        if (isHost(name) || (capitalsSuffice && CAPITALS.matcher(name).matches())) {
            return true;
        }
        Matcher word = WORD.matcher(name.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (WORDS.words("outlet.words").contains(word.group())) {
                return true;
            }
        }
        return false;
    }
}
