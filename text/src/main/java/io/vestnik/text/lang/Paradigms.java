/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import morfologik.stemming.Dictionary;
import morfologik.stemming.EncoderType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paradigm of a word. What was found once is remembered: the paradigms, of which there are no more than the
 * dictionary has, and which of them a word has, for as many words as there is room for. Thread-safe; what is remembered
 * only saves work.
 */
final class Paradigms {
    /** The place of the paradigm that a word without any has. */
    private static final int NONE = 0;

    /** Letters that fit into a number at five bits each, under a bit that marks the first of them. */
    private static final int HEAD = 12;

    private static final int TAIL = 8;
    private static final int LETTER_BITS = 5;

    private final Dictionary dictionary;
    private final WordAutomaton automaton;
    private final WordMemory words = new WordMemory();
    private final Map<Integer, Integer> places = new TreeMap<>();
    private volatile @Nullable Paradigm[] read = new Paradigm[1];
    private int used = NONE + 1;

    Paradigms(Dictionary dictionary) {
        if (dictionary.metadata.getSequenceEncoderType() != EncoderType.SUFFIX) {
            throw new IllegalStateException("the lemmas of the dictionary must be written as suffixes, not as "
                    + dictionary.metadata.getSequenceEncoderType());
        }
        this.dictionary = dictionary;
        this.automaton = new WordAutomaton(dictionary);
    }

    /** The paradigm of a folded word; null when the dictionary does not have the word. */
    @Nullable Paradigm of(String folded) {
        int length = folded.length();
        long head = pack(folded, 0, Math.min(length, HEAD));
        long tail = length <= HEAD ? 0 : pack(folded, HEAD, length);
        if (head < 0 || tail < 0 || length > HEAD + TAIL) {
            // Not in one expression: the array would be read before the place, which may have replaced it.
            int place = place(folded);
            return read[place];
        }
        int place = words.get(head, tail);
        if (place == WordMemory.UNKNOWN) {
            place = place(folded);
            words.put(head, tail, place);
        }
        return read[place];
    }

    /** Plain Russian letters as one number that no others have; a negative number when there are others among them. */
    private static long pack(String word, int begin, int end) {
        long packed = 1;
        for (int i = begin; i < end; i++) {
            int letter = word.charAt(i) - 'а';
            if (letter < 0 || letter >= 1 << LETTER_BITS) {
                return -1;
            }
            packed = (packed << LETTER_BITS) | letter;
        }
        return packed;
    }

    private int place(String word) {
        int node = automaton.find(word);
        return node == WordAutomaton.NOWHERE ? NONE : placeOf(node);
    }

    private synchronized int placeOf(int node) {
        Integer known = places.get(node);
        if (known != null) {
            return known;
        }
        int place = used++;
        @Nullable Paradigm[] paradigms = read.length > place ? read : Arrays.copyOf(read, 2 * place);
        paradigms[place] = Paradigm.read(dictionary, node);
        // Written last, so that whoever learns the place finds the paradigm there.
        read = paradigms;
        places.put(node, place);
        return place;
    }
}
