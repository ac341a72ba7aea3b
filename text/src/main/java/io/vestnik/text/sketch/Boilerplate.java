/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out the lines that belong to the page and not to the article: copyright, photo credits, bare dates, lists of
 * further reading. Works on whole lines only; a phrase inside a paragraph is part of the article.
 */
final class Boilerplate {
    private static final int MOST_FURTHER_TITLES = 6;
    private static final int LONGEST_CREDIT = 90;
    private static final int LONGEST_TITLE = 160;
    private static final Pattern DATE_HEADER = Pattern.compile("^\\s*date \\d{4}-\\d{2}-\\d{2}\\s*");
    private static final Pattern COPYRIGHT =
            Pattern.compile("^\\s*(?:©|\\(c\\)|copyright\\b|все права защищены|all rights reserved).*", flags());
    private static final Pattern CREDIT = Pattern.compile(
            "^\\s*(?:фото|видео|иллюстрация|photo|image|video|picture)\\b[^.!?]*[.]?[^.!?]*\\s*$", flags());
    private static final Pattern BARE_DATE = Pattern.compile(
            "^[\\s|]*(?:\\p{L}+,\\s*)?(?:[\\d.:/|\\s-]+|\\d{1,2}\\s+\\p{L}+\\s+\\d{4}(?:\\s+года)?[\\s,]*(?:\\d{1,2}:\\d{2})?)\\s*$");
    private static final Pattern FURTHER = Pattern.compile(
            "^\\s*(?:читайте также|читать также|смотрите также|по теме|read also|read more|see also|related|also read)\\b\\s*:?\\s*(.*)$",
            flags());

    private Boilerplate() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    }

    /** Gives the text without its boilerplate lines. */
    static String strip(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int further = 0;
        for (String line : text.split("\n", -1)) {
            Matcher header = DATE_HEADER.matcher(line);
            String body = header.find() ? line.substring(header.end()) : line;
            if (body.isBlank()) {
                kept.append('\n');
                continue;
            }
            if (FURTHER.matcher(body).matches() && body.length() <= LONGEST_TITLE) {
                further = MOST_FURTHER_TITLES;
                continue;
            }
            if (further > 0 && isTitle(body)) {
                further--;
                continue;
            }
            further = 0;
            if (!isBoilerplate(body)) {
                kept.append(body).append('\n');
            }
        }
        return kept.toString();
    }

    private static boolean isTitle(String line) {
        String trimmed = line.strip();
        return trimmed.length() <= LONGEST_TITLE && ".!…:;".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0;
    }

    private static boolean isBoilerplate(String line) {
        return line.length() <= LONGEST_CREDIT
                && (COPYRIGHT.matcher(line).matches()
                        || CREDIT.matcher(line).matches()
                        || BARE_DATE.matcher(line).matches());
    }
}
