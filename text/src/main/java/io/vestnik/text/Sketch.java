/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.Arrays;

/**
 * What is compared to find copies. Made by a frozen recipe, so that two sketches of one recipe may be compared whatever
 * made them. The arrays are not copied: whoever holds a sketch must not write to them.
 *
 * @param recipe name and version of the recipe
 * @param words words that the sketch covers, boilerplate left out
 * @param minhash MinHash signature of the shingles; empty when there are none
 * @param shingles distinct shingle hashes, ascending as signed numbers
 * @param places where words and shingles stand in the text, as {@link io.vestnik.text.sketch.WordPlaces} reads them;
 *     empty when that is not known
 */
@SuppressWarnings(
        "ArrayRecordComponent") // equality is by content, below; a list of boxed longs would be ten times as large
public record Sketch(String recipe, int words, byte[] minhash, long[] shingles, byte[] places) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that
                && recipe.equals(that.recipe)
                && words == that.words
                && Arrays.equals(minhash, that.minhash)
                && Arrays.equals(shingles, that.shingles)
                && Arrays.equals(places, that.places);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * recipe.hashCode() + words) + Arrays.hashCode(shingles);
    }

    @Override
    public String toString() {
        return recipe + "[" + words + " words, " + shingles.length + " shingles]";
    }
}
