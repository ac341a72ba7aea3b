/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * A spoken word.
 *
 * @param folded the word as words are compared: letter case, ё and marks do not count
 * @param sense what it stands for: of a number its digits, of a unit its short form, of any other word itself
 * @param sign true for digits, {@code %} and short forms, which are the same as the words written out
 * @param lemma the form in which all forms of the word are one
 * @param weight how much the word tells; 0 for one that says nothing of its own
 * @param number true for a number
 * @param name true when it is written with a capital inside a sentence
 * @param begin first code point in the article
 * @param end one past the last code point
 * @param part which of the quote's parts it stands in
 */
record QuoteWord(
        String folded,
        String sense,
        boolean sign,
        String lemma,
        int weight,
        boolean number,
        boolean name,
        int begin,
        int end,
        int part) {
    /** Whether both are the same word but for the writing. */
    boolean sameAs(QuoteWord other) {
        return folded.equals(other.folded) || ((sign || other.sign) && sense.equals(other.sense));
    }

    /** Whether the word says something of its own. */
    boolean tells() {
        return weight > 0;
    }
}
