/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.consumer.http.Problem;

/**
 * Reads what people type into a search box:
 *
 * <ul>
 *   <li>{@code мост река}: both words, in any form, anywhere;
 *   <li>{@code "новый мост"}: the words in this order;
 *   <li>{@code -река}, {@code -"новый мост"}: not these;
 *   <li>{@code строит*}: words that begin so, at least {@value #MIN_PREFIX} letters in front of the star.
 * </ul>
 *
 * <p>There is nothing else: no fields, no wildcards elsewhere, no regular expressions, so that no query costs more than
 * {@value #MAX_CLAUSES} look-ups. Characters without a meaning here are read as what they stand between: words.
 */
final class QueryText {
    /** Code points at most. */
    static final int MAX_LENGTH = 300;
    /** Words, phrases and prefixes at most. */
    static final int MAX_CLAUSES = 24;
    /** Letters in front of a star at least. */
    static final int MIN_PREFIX = 3;

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private int at;

    /** What a clause is. */
    enum Type {
        WORD,
        PHRASE,
        PREFIX
    }

    /**
     * A part of a query.
     *
     * @param text its words, without marks
     * @param excluded whether it must not be there
     * @param column code point at which it begins, from 1
     */
    record Clause(Type type, String text, boolean excluded, int column) {}

    private QueryText(String text) {
        this.text = text;
    }

    /**
     * Reads a query.
     *
     * @throws Problem with the column and the reason when it cannot be understood
     */
    static List<Clause> read(String text) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            throw refusal(MAX_LENGTH + 1, "it is longer than " + MAX_LENGTH + " characters.");
        }
        return new QueryText(text).clauses();
    }

    private List<Clause> clauses() {
        for (skipSpace(); at < text.length(); skipSpace()) {
            if (clauses.size() == MAX_CLAUSES) {
                throw bad(at, "it has more than " + MAX_CLAUSES + " words and phrases.");
            }
            int begin = at;
            boolean excluded = text.charAt(at) == '-';
            if (excluded) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                phrase(begin, excluded);
            } else {
                word(begin, excluded);
            }
        }
        if (clauses.stream().allMatch(Clause::excluded)) {
            throw refusal(
                    1, clauses.isEmpty() ? "it is empty." : "it only says what must not be there; add a word to find.");
        }
        return clauses;
    }

    private void phrase(int begin, boolean excluded) {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw bad(at, "the quotation mark is not closed.");
        }
        String words = text.substring(at + 1, end);
        if (!hasWord(words)) {
            throw bad(at, "there is no word between the quotation marks.");
        }
        clauses.add(new Clause(Type.PHRASE, words, excluded, column(begin)));
        at = end + 1;
    }

    private void word(int begin, boolean excluded) {
        int from = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
            at++;
        }
        String word = text.substring(from, at);
        int star = word.indexOf('*');
        if (star >= 0 && star < word.length() - 1) {
            throw bad(from + star, "a star may only stand at the end of a word.");
        }
        String letters = star < 0 ? word : word.substring(0, star);
        if (!hasWord(letters)) {
            throw bad(begin, "'" + text.substring(begin, at) + "' has neither a letter nor a digit.");
        }
        if (star >= 0 && letters.codePointCount(0, letters.length()) < MIN_PREFIX) {
            throw bad(begin, "a prefix needs at least " + MIN_PREFIX + " letters in front of the star.");
        }
        clauses.add(new Clause(star < 0 ? Type.WORD : Type.PREFIX, letters, excluded, column(begin)));
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean hasWord(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private Problem bad(int index, String reason) {
        return refusal(column(index), reason);
    }

    /** A query that cannot be understood at a code point, from 1. */
    static Problem refusal(int column, String reason) {
        return Problem.badRequest("The query is not understood at column " + column + ": " + reason);
    }

    private int column(int index) {
        return text.codePointCount(0, index) + 1;
    }
}
