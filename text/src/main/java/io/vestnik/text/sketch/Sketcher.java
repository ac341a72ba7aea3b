/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.MinHashVersion;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;

import io.vestnik.text.Sketch;

/**
 * Makes sketches. Thread-safe. The recipe is frozen: any change of what it gives needs a new name, and articles
 * sketched by the old one must be analysed again.
 */
public final class Sketcher {
    /** Name and version of the recipe. */
    public static final String RECIPE = "words3-minhash128x16-v1";

    /** Components of the MinHash signature. */
    public static final int COMPONENTS = 128;

    /** Bytes of one component. */
    public static final int COMPONENT_BYTES = 2;

    private static final int GRAM = 3;
    private static final int SHOUTED_RUN = 3;
    private static final char JOINT = ' ';
    private static final Hasher64 HASHER = Hashing.komihash5_0();
    private static final SimilarityHashPolicy POLICY =
            SimilarityHashing.minHash(COMPONENTS, COMPONENT_BYTES * Byte.SIZE, MinHashVersion.V1);

    /**
     * Sketches a text.
     *
     * @param text any text
     * @return its sketch; of a text without words one without shingles
     */
    public Sketch sketch(String text) {
        String article = Boilerplate.strip(text);
        List<FoldedWord> words = WordScanner.scan(article);
        TreeSet<Long> grams = new TreeSet<>();
        TreeSet<Long> all = new TreeSet<>();
        StringBuilder whole = new StringBuilder();
        boolean[] shouted = shouted(article, words);
        for (int i = 0; i < words.size(); i++) {
            FoldedWord word = words.get(i);
            whole.append(word.folded()).append(JOINT);
            if (word.isNumber()) {
                all.add(Features.NUMBER.mark(hash(word.folded())));
            } else if (word.capital()
                    && !word.opens()
                    && !shouted[i]
                    && word.folded().length() > 1) {
                all.add(Features.NAME.mark(hash(word.folded())));
            }
            if (i + GRAM <= words.size() || (i == 0 && !words.isEmpty())) {
                grams.add(Features.SHINGLE.mark(hash(join(words, i, Math.min(words.size(), i + GRAM)))));
            }
        }
        if (!words.isEmpty()) {
            all.add(Features.WHOLE.mark(hash(whole)));
        }
        all.addAll(grams);
        return new Sketch(
                RECIPE,
                words.size(),
                minhash(grams),
                all.stream().mapToLong(Long::longValue).toArray());
    }

    /** Hashes folded words as the recipe does. */
    public static long hash(CharSequence words) {
        return HASHER.hashCharsToLong(words);
    }

    private static String join(List<FoldedWord> words, int from, int to) {
        StringBuilder gram = new StringBuilder();
        for (int i = from; i < to; i++) {
            gram.append(words.get(i).folded()).append(JOINT);
        }
        return gram.toString();
    }

    private static byte[] minhash(Set<Long> grams) {
        if (grams.isEmpty()) {
            return new byte[0];
        }
        // The marks make the lowest bits of all shingles equal; MinHash expects every bit to vary.
        List<Long> list = new ArrayList<>(grams);
        return POLICY.createHasher()
                .compute(ElementHashProvider.ofFunction(i -> HASHER.hashLongToLong(list.get(i)), list.size()));
    }

    /** Marks the words in runs of capitals, where a capital letter tells no name. */
    private static boolean[] shouted(String text, List<FoldedWord> words) {
        boolean[] shouted = new boolean[words.size()];
        int run = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && isShouted(text, words.get(i))) {
                run++;
                continue;
            }
            Arrays.fill(shouted, i - run, i, run >= SHOUTED_RUN);
            run = 0;
        }
        return shouted;
    }

    private static boolean isShouted(String text, FoldedWord word) {
        return text.substring(word.begin(), word.end()).chars().noneMatch(Character::isLowerCase);
    }
}
