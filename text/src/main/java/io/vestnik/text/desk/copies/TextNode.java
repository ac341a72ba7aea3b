/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Sketch;
import io.vestnik.text.desk.index.Node;
import io.vestnik.text.desk.index.Relations;
import io.vestnik.text.desk.index.Sorted;
import io.vestnik.text.sketch.Features;
import io.vestnik.text.sketch.WordPlaces;

/** The text of an article on the desk, with the texts that it shares words with and its place among copies. */
public final class TextNode extends Node {
    final int[] shingles;
    final long[] numbers;
    final long[] names;
    final long whole;
    final int words;

    /** Hashes of the bands of the MinHash signature. */
    final int[] bands;

    /** Texts that share a good part of the words, each with a {@link TextPair#code}. */
    final Relations<TextNode> pairs = new Relations<>();

    /** Texts that people have said are no copies of this one; null when they have said so of none. */
    private @Nullable Relations<TextNode> apart;

    private final byte[] places;
    private @Nullable TextNode original;

    /**
     * Reads a text.
     *
     * @param id the article
     * @param time its firstObservedAt, milliseconds since the epoch
     * @param sketch what its text is compared by
     */
    public TextNode(String id, long time, Sketch sketch) {
        super(id, time, 0);
        this.shingles = Sorted.halves(Features.SHINGLE.of(sketch));
        this.numbers = Features.NUMBER.of(sketch);
        this.names = Features.NAME.of(sketch);
        long[] wholes = Features.WHOLE.of(sketch);
        this.whole = wholes.length == 0 ? 0 : wholes[0];
        this.words = sketch.words();
        this.bands = TextKeys.bands(sketch);
        this.places = sketch.places();
    }

    /** Where the words stand in the text. Decoded anew at each call: few texts are ever asked. */
    WordPlaces places() {
        return WordPlaces.decode(places, words, shingles.length);
    }

    /** Texts that people have said are no copies of this one. */
    Relations<TextNode> apart() {
        Relations<TextNode> held = apart;
        if (held == null) {
            held = new Relations<>();
            apart = held;
        }
        return held;
    }

    /** Whether {@link #apart} has any: asking that one would make room for them. */
    boolean isApart() {
        return apart != null;
    }

    /** Whether the copies of an original, as far as they come before this text, have one of which it is no copy. */
    boolean isApartFrom(TextNode original) {
        Relations<TextNode> others = apart;
        if (others != null) {
            int earlier = others.before(this);
            for (int i = 0; i < earlier; i++) {
                if (others.get(i).source() == original) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Original of the copy group; null for an original. */
    public @Nullable TextNode original() {
        return original;
    }

    /** Makes this text a copy of another one, or of none. */
    void copyOf(@Nullable TextNode now) {
        original = now;
    }

    /** The original of the copy group: this one unless it is a copy. */
    TextNode source() {
        TextNode held = original;
        return held == null ? this : held;
    }
}
