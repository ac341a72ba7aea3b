/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.function.Consumer;

import io.vestnik.text.desk.index.HubIndex;
import io.vestnik.text.desk.index.Relations;

/** Finds the texts that share words: candidates by {@link TextKeys}, verified on all shingles. */
final class TextPairs {
    private static final int LEAST_SAMPLED = 3;

    private final CopyConfig config;
    private final HubIndex<TextNode> index;

    TextPairs(CopyConfig config) {
        this.config = config;
        this.index = new HubIndex<>(config.hubs(), config.windowMillis());
    }

    void add(TextNode node, Consumer<TextNode> moved) {
        index.add(node, TextKeys.of(node), moved);
    }

    void remove(TextNode node, Consumer<TextNode> moved) {
        index.remove(node, TextKeys.of(node), moved);
    }

    boolean keepsOthersOut(TextNode node) {
        return index.keepsOthersOut(node, () -> TextKeys.of(node));
    }

    /** Compares a text with its candidates, puts the relations on both sides, and tells whose have changed. */
    void relate(TextNode node, Relations.Listener<TextNode> listener) {
        Relations<TextNode> found = new Relations<>();
        for (TextNode other : index.candidates(node, TextKeys.of(node), node.bands.length, LEAST_SAMPLED)) {
            TextPair pair = TextPair.of(node, other, config);
            if (pair.copy() || pair.mayDerive(Math.max(pair.shareOf(node), pair.shareOf(other)), config)) {
                found.put(other, pair.code());
            }
        }
        Relations.replace(node, found, of -> of.pairs, listener);
    }
}
