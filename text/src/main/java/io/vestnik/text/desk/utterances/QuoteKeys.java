/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Arrays;

import io.vestnik.text.sketch.Sketcher;

/**
 * What quotes of the same words are found by: pairs of telling words that stand near each other, in either order and in
 * any form, so that inserted particles, a changed person and another order of the words leave some of them. Pairs of
 * common words tell nothing and have no key.
 */
final class QuoteKeys {
    /** Content words of a quote that must be repeated as a whole. */
    static final int SHORT = 4;

    private static final int REACH = 2;
    private static final int LEAST_WEIGHT = 7;

    private QuoteKeys() {}

    /** The keys, ascending and distinct. */
    static long[] of(QuoteWords words) {
        int[] content = words.content();
        long[] keys = new long[content.length * REACH + 2];
        int count = 0;
        for (int i = 0; i < content.length; i++) {
            for (int j = i + 1; j < content.length && j <= i + REACH; j++) {
                QuoteWord a = words.get(content[i]);
                QuoteWord b = words.get(content[j]);
                if (a.weight() + b.weight() >= LEAST_WEIGHT) {
                    boolean ordered = a.lemma().compareTo(b.lemma()) <= 0;
                    keys[count++] = Sketcher.hash(ordered ? a.lemma() + ' ' + b.lemma() : b.lemma() + ' ' + a.lemma());
                }
            }
        }
        if (content.length < SHORT) {
            keys[count++] = whole(words);
        }
        return distinct(keys, count);
    }

    private static long[] distinct(long[] keys, int count) {
        Arrays.sort(keys, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || keys[kept - 1] != keys[i]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    /** Of a short quote, which may have no pair. */
    private static long whole(QuoteWords words) {
        StringBuilder all = new StringBuilder("whole");
        words.all().forEach(word -> all.append(' ').append(word.sense()));
        return Sketcher.hash(all);
    }
}
