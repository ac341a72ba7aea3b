/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vestnik.text.lang.Chars;

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

    /** What the expressions above may begin with. Most lines are the article's and are spared the expressions. */
    private static final String DATE = "date ";

    private static final String FIRST_LETTERS = "©(cвaфиpivчспrs";
    private static final String DATE_SIGNS = "0123456789|.:/-";

    private Boilerplate() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    }

    /** Gives the text without its boilerplate lines. */
    static Stripped strip(String text) {
        Stripped stripped = new Stripped(text.length() + 1);
        int further = 0;
        int begin = 0;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            String line = text.substring(begin, end < 0 ? text.length() : end);
            String body = withoutDate(line);
            int origin = begin + line.length() - body.length();
            begin += line.length() + 1;
            if (body.isBlank()) {
                stripped.addLine("", origin);
                continue;
            }
            if (body.length() <= LONGEST_TITLE
                    && mayMatch(body)
                    && FURTHER.matcher(body).matches()) {
                further = MOST_FURTHER_TITLES;
                continue;
            }
            if (further > 0 && isTitle(body)) {
                further--;
                continue;
            }
            further = 0;
            if (!isBoilerplate(body)) {
                stripped.addLine(body, origin);
            }
        }
        return stripped;
    }

    private static String withoutDate(String line) {
        int begin = firstInk(line);
        if (!line.startsWith(DATE, begin)) {
            return line;
        }
        Matcher header = DATE_HEADER.matcher(line);
        return header.find() ? line.substring(header.end()) : line;
    }

    /** Where the white space ends that a line begins with. */
    private static int firstInk(String line) {
        int at = 0;
        while (at < line.length() && Chars.isSpace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether the line begins with a letter or sign that an expression begins with, case as the expressions see it. */
    private static boolean mayMatch(String line) {
        int first = firstInk(line);
        return first < line.length()
                && FIRST_LETTERS.indexOf(Character.toLowerCase(Character.toUpperCase(line.charAt(first)))) >= 0;
    }

    /** Whether the line begins like a date: with a digit or a sign between digits, or with a word and a comma. */
    private static boolean mayBeDate(String line) {
        int at = firstInk(line);
        if (at < line.length() && !Character.isLetter(line.codePointAt(at))) {
            return DATE_SIGNS.indexOf(line.charAt(at)) >= 0;
        }
        while (at < line.length() && Character.isLetter(line.codePointAt(at))) {
            at += Character.charCount(line.codePointAt(at));
        }
        return at == line.length() || line.charAt(at) == ',';
    }

    private static boolean isTitle(String line) {
        String trimmed = line.strip();
        return trimmed.length() <= LONGEST_TITLE && ".!…:;".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0;
    }

    private static boolean isBoilerplate(String line) {
        return line.length() <= LONGEST_CREDIT
                && ((mayMatch(line)
                                && (COPYRIGHT.matcher(line).matches()
                                        || CREDIT.matcher(line).matches()))
                        || (mayBeDate(line) && BARE_DATE.matcher(line).matches()));
    }
}
