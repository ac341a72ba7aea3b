/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.names.english.EnglishLexicon;

/**
 * A word, sign of punctuation, or stretch of marked words taken as one, of the reporter's text.
 *
 * @param begin first code point
 * @param end one past the last code point, a possessive ending left out
 * @param fullEnd one past the last code point
 * @param key folded; empty for marked words
 * @param text as written; empty for marked words
 * @param bits what the lexicon of names says, see {@link EnglishLexicon}
 * @param speech what it does in reporting speech, see {@link SpeechWords}
 * @param phrase what it does in phrases and clauses, see {@link PhraseWords}
 * @param word true for a word or number
 * @param capital true when the first letter is a capital
 * @param mention the name that the word belongs to; null when there is none
 * @param marked the marked words; null for anything else
 */
record Words(
        int begin,
        int end,
        int fullEnd,
        String key,
        String text,
        int bits,
        int speech,
        int phrase,
        boolean word,
        boolean capital,
        @Nullable Mention mention,
        @Nullable MarkedWords marked) {
    boolean is(String folded) {
        return key.equals(folded);
    }

    boolean speaks(int mask) {
        return (speech & mask) != 0;
    }

    boolean serves(int mask) {
        return (phrase & mask) != 0;
    }

    boolean has(int mask) {
        return (bits & mask) != 0;
    }

    boolean comma() {
        return key.equals(",");
    }

    boolean dash() {
        return key.equals("—") || key.equals("–") || key.equals("-") || key.equals("--");
    }

    boolean possessive() {
        return fullEnd > end;
    }

    /** Whether a sentence may end with it: a full stop and its like. */
    boolean terminal() {
        if (word || marked != null || key.isEmpty()) {
            return false;
        }
        char c = key.charAt(0);
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }
}
