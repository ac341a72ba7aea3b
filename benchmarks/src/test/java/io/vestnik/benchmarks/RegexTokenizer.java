/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every analysis of a text costs at least when it is written without care: a pass of a regular expression. */
final class RegexTokenizer {
    private static final String WORD = "[^\\W_]+(?:[-‑’'][^\\W_]+)*";
    private static final Pattern WORDS = Pattern.compile(WORD, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TOKENS = Pattern.compile(WORD + "|[^\\w\\s]|_", Pattern.UNICODE_CHARACTER_CLASS);

    private RegexTokenizer() {}

    /** Counts the words of a text and keeps nothing. */
    static int countWords(String text) {
        Matcher matcher = WORDS.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** Gives the beginnings and ends of the words and signs of a text. */
    static int[] tokenize(String text) {
        Matcher matcher = TOKENS.matcher(text);
        int[] spans = new int[256];
        int size = 0;
        while (matcher.find()) {
            if (size == spans.length) {
                spans = Arrays.copyOf(spans, 2 * size);
            }
            spans[size++] = matcher.start();
            spans[size++] = matcher.end();
        }
        return Arrays.copyOf(spans, size);
    }
}
