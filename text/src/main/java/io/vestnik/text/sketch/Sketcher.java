/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;
import java.util.List;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

import io.vestnik.text.Sketch;

/**
 * Makes sketches. Thread-safe. The recipe is frozen: any change of what it gives needs a new name, and articles
 * sketched by the old one must be analysed again.
 */
public final class Sketcher {
    /** Name and version of the recipe. */
    public static final String RECIPE = "words3-minhash128x16-v2";

    /** Components of the MinHash signature. */
    public static final int COMPONENTS = 128;

    /** Bytes of one component. */
    public static final int COMPONENT_BYTES = 2;

    /** Words of a shingle. */
    public static final int GRAM = 3;

    private static final Hasher64 HASHER = Hashing.komihash5_0();

    /**
     * Sketches a text.
     *
     * @param text any text
     * @return its sketch; of a text without words one without shingles
     */
    public Sketch sketch(String text) {
        return sketch(ArticleWords.of(text));
    }

    /**
     * Sketches an article whose words have been read.
     *
     * @return its sketch; of an article without words one without shingles
     */
    public Sketch sketch(ArticleWords article) {
        List<FoldedWord> words = article.words();
        JoinedWords joined = new JoinedWords(words);
        int shingles = words.isEmpty() ? 0 : Math.max(1, words.size() - GRAM + 1);
        long[] grams = new long[shingles];
        for (int i = 0; i < shingles; i++) {
            grams[i] = Features.SHINGLE.mark(joined.hash(HASHER, i, Math.min(words.size(), i + GRAM)));
        }
        long[] sorted = grams.clone();
        int distinct = distinct(sorted, shingles);
        byte[] places = WordPlaces.encode(article, grams, sorted, distinct);
        long[] facts = facts(article, joined);
        return new Sketch(RECIPE, words.size(), minhash(sorted, distinct), merge(sorted, distinct, facts), places);
    }

    /** The distinct numbers, names and the whole, in order. */
    private static long[] facts(ArticleWords article, JoinedWords joined) {
        int words = article.words().size();
        long[] facts = new long[words + 1];
        int count = new FactReader(article, joined, HASHER).read(facts);
        if (words > 0) {
            facts[count++] = Features.WHOLE.mark(joined.hash(HASHER, 0, words));
        }
        return Arrays.copyOf(facts, distinct(facts, count));
    }

    /** Merges two ascending arrays; their marks differ, so that no number is in both. */
    private static long[] merge(long[] grams, int count, long[] facts) {
        long[] all = new long[count + facts.length];
        int gram = 0;
        int fact = 0;
        for (int i = 0; i < all.length; i++) {
            boolean next = fact == facts.length || (gram < count && grams[gram] < facts[fact]);
            all[i] = next ? grams[gram++] : facts[fact++];
        }
        return all;
    }

    /** Hashes folded words as the recipe does. */
    public static long hash(CharSequence words) {
        return HASHER.hashCharsToLong(words);
    }

    /** Sorts the first numbers and moves the distinct ones to the front; gives how many these are. */
    private static int distinct(long[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return kept;
    }

    private static byte[] minhash(long[] grams, int count) {
        if (count == 0) {
            return new byte[0];
        }
        // The marks make the lowest bits of all shingles equal; MinHash expects every bit to vary.
        long[] elements = new long[count];
        for (int i = 0; i < count; i++) {
            elements[i] = HASHER.hashLongToLong(grams[i]);
        }
        return MinHash.signature(elements, count);
    }
}
