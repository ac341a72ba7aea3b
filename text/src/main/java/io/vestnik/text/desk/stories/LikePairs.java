/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.index.HubIndex;
import io.vestnik.text.desk.index.Relations;

/**
 * Finds the articles of like terms. Candidates have two of their heaviest terms in common: a key is a pair of terms, as
 * thousands of articles share a term but few share two.
 */
final class LikePairs {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** What a text that stands whole in another one adds to the evidence for one event, thousandths. */
    static final int OVERLAP = 3000;

    private final HubIndex<StoryNode> index;
    private final ToIntBiFunction<TextNode, TextNode> overlap;
    private final int bias;
    private final int least;

    /** What {@link #touch} read, so that its reading is not taken for idle. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    LikePairs(String language, StoryConfig config, ToIntBiFunction<TextNode, TextNode> overlap) {
        this.bias = Likeness.bias(language);
        this.overlap = overlap;
        this.index = new HubIndex<>(config.hubs(), config.windowMillis());
        this.least = Math.min(config.story(), config.thread()) - config.near();
    }

    void add(StoryNode node, Consumer<StoryNode> moved) {
        index.add(node, keys(node), moved);
    }

    void remove(StoryNode node, Consumer<StoryNode> moved) {
        index.remove(node, keys(node), moved);
    }

    boolean keepsOthersOut(StoryNode node) {
        return index.keepsOthersOut(node, () -> keys(node));
    }

    /** Compares an article with its candidates, puts the relations on both sides, and tells whose have changed. */
    void relate(StoryNode node, Relations.Listener<StoryNode> listener) {
        Relations<StoryNode> found = new Relations<>();
        List<StoryNode> candidates = index.candidates(node, keys(node), 0, 1);
        StemTable terms = new StemTable(node.terms);
        touched = touch(candidates);
        for (StoryNode other : candidates) {
            int likeness = Likeness.of(terms, other.terms) + bias;
            if (likeness >= least) {
                found.put(other, likeness + ofOneSource(node, other));
            }
        }
        Relations.replace(node, found, of -> of.likes, listener);
    }

    /**
     * Reads of each candidate what it is compared by. None of the reads waits for that of another one, so that the memory,
     * over which the articles are spread, delivers many at a time.
     */
    private static int touch(List<StoryNode> candidates) {
        int sum = 0;
        for (StoryNode candidate : candidates) {
            sum += candidate.terms.touch();
        }
        return sum;
    }

    /** Two texts written from one source tell of one event, even where each has much of its own. */
    private int ofOneSource(StoryNode node, StoryNode other) {
        return OVERLAP * overlap.applyAsInt(node.text, other.text) / Likeness.WHOLE;
    }

    private static long[] keys(StoryNode node) {
        long[] terms = node.terms.keys.clone();
        Arrays.sort(terms);
        long[] keys = new long[terms.length * (terms.length - 1) / 2];
        int at = 0;
        for (int i = 0; i < terms.length; i++) {
            for (int j = 0; j < i; j++) {
                keys[at++] = terms[i] * FACTOR + terms[j];
            }
        }
        return keys;
    }
}
