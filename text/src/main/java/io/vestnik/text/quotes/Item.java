/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * One piece of the reporter's sentence: a token, or words in quotation marks taken as one piece.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param text the token as written; empty for marked words
 * @param folded the token folded for lookup; empty for marked words
 * @param word true for a word
 * @param form what the word tells by itself; nothing for marked words
 * @param mark the marked words; null for a token
 * @param mention the name that covers the piece; null when there is none
 */
record Item(
        int begin,
        int end,
        String text,
        String folded,
        boolean word,
        WordForm form,
        @Nullable MarkedSpan mark,
        @Nullable Mention mention) {

    /** The item without the name that covers it. */
    Item unnamed() {
        return new Item(begin, end, text, folded, word, form, mark, null);
    }

    /** The comma of a list within one phrase, which parts no clauses. */
    Item joining() {
        return new Item(begin, end, text, "", false, form, null, mention);
    }

    /** Whether it is such a comma. */
    boolean joins() {
        return !word && folded.isEmpty() && text.equals(",");
    }

    /** Forms that the token may be; empty for marked words and for words that no dictionary has. */
    List<Reading> readings() {
        return form.readings();
    }

    boolean marked() {
        return mark != null;
    }

    boolean is(String folded) {
        return this.folded.equals(folded);
    }

    boolean comma() {
        return !word && folded.equals(",");
    }

    boolean colon() {
        return !word && folded.equals(":");
    }

    boolean dash() {
        return folded.length() == 1 && !word && isDash(folded.charAt(0));
    }

    /** True for a mark that ends a sentence. */
    boolean terminal() {
        return !word && !folded.isEmpty() && ".!?…".indexOf(folded.charAt(0)) >= 0 && !insideName();
    }

    /** True for the full stop of an initial: «Р. Карпов». */
    private boolean insideName() {
        return mention != null && mention.begin() < begin && end < mention.end();
    }

    /** True where a clause may end: a comma, a dash, a colon, a bracket, or the end of a sentence. */
    boolean boundary() {
        return terminal() || dash() || (!word && folded.length() == 1 && ",:;()[]".contains(folded));
    }

    boolean capitalized() {
        return word && Character.isUpperCase(text.codePointAt(0));
    }

    /** True for a name that is spelled like a common word: «По», «Ван И». */
    boolean capitalizedName() {
        return capitalized() && mention != null && mention.begin() <= begin;
    }

    boolean has(PartOfSpeech pos) {
        for (Reading reading : readings()) {
            if (reading.pos() == pos) {
                return true;
            }
        }
        return false;
    }

    boolean has(PartOfSpeech pos, Case wanted) {
        for (Reading reading : readings()) {
            if (reading.pos() == pos && (reading.grammaticalCase() == wanted || reading.grammaticalCase() == null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any reading has a part of the dictionary's own tag. */
    boolean tagged(String part) {
        for (Reading reading : readings()) {
            if (reading.tag().contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both are forms of one noun. */
    boolean shares(Item other) {
        for (Reading reading : readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && other.hasLemma(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether any reading is of one of these dictionary forms. */
    boolean hasLemma(Set<String> lemmas) {
        for (Reading reading : readings()) {
            if (lemmas.contains(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    boolean hasLemma(String lemma) {
        for (Reading reading : readings()) {
            if (reading.lemma().equals(lemma)) {
                return true;
            }
        }
        return folded.equals(lemma);
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    }
}
