/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.vestnik.text.PairCorrection;
import io.vestnik.text.PairCorrection.Kind;
import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.index.Node;
import io.vestnik.text.desk.index.Relations;
import io.vestnik.text.desk.stories.StoryNode;

/** Finds the articles of a desk of which people have said something together with another one. */
final class Pairs {
    private final DeskConfig config;
    private final Map<String, Held> held;

    /**
     * Looks among articles.
     *
     * @param held the articles of the desk, by id
     */
    Pairs(DeskConfig config, Map<String, Held> held) {
        this.config = config;
        this.held = held;
    }

    /** The texts that are no copies of the article's. */
    Relations<TextNode> apart(Held of) {
        Relations<TextNode> apart = new Relations<>();
        others(of, (kind, other) -> {
            if (kind != Kind.SAME_STORY) {
                apart.put(other.text, 0);
            }
        });
        return apart;
    }

    /** The articles that are of its story, or are not. */
    Relations<StoryNode> bonds(Held of) {
        Relations<StoryNode> bonds = new Relations<>();
        others(of, (kind, other) -> {
            if (kind != Kind.NOT_A_COPY) {
                bonds.put(other.story, kind == Kind.SAME_STORY ? StoryNode.SAME : StoryNode.OTHER);
            }
        });
        return bonds;
    }

    /** Tells of all these articles. */
    void forEach(Held of, Consumer<Node> told) {
        others(of, (kind, other) -> told.accept(other.text));
    }

    private void others(Held of, BiConsumer<Kind, Held> told) {
        for (PairCorrection correction : of.corrections()) {
            Held other = held.get(correction.articleId());
            if (other != null
                    && other != of
                    && mayRelate(correction.kind(), of, other)
                    && bears(other, correction, of)) {
                told.accept(correction.kind(), other);
            }
        }
    }

    /** Two articles are joined within the window alone, as by all other relations: what is older may be gone already. */
    private boolean mayRelate(Kind kind, Held one, Held other) {
        long apart = Math.abs(one.text.time() - other.text.time());
        return apart <= (kind == Kind.SAME_STORY ? config.windowMillis() : config.spanMillis());
    }

    private static boolean bears(Held other, PairCorrection correction, Held of) {
        return other.corrections().stream()
                .anyMatch(its ->
                        its.kind() == correction.kind() && its.articleId().equals(of.text.id()));
    }
}
