/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Links the quotes of one speaker that render the same words. Speakers are the same when their entities are; a quote
 * whose speaker is unknown is linked to nothing.
 */
final class QuoteLinks {
    /** Content words that make an inexact match more than a turn of phrase. */
    private static final int LEAST_CONTENT = 4;

    /** A shorter quote must be repeated exactly, with at least this much in it. */
    private static final int LEAST_CONTENT_EXACT = 2;

    private static final int LEAST_LETTERS_EXACT = 18;

    private final DeskConfig config;
    private final HubIndex<QuoteNode> index;

    QuoteLinks(DeskConfig config) {
        this.config = config;
        this.index = new HubIndex<>(config.hubs(), config.windowMillis(), 1);
    }

    void add(QuoteNode node, Consumer<QuoteNode> moved) {
        index.add(node, node.time(), node.keys, moved);
    }

    void remove(QuoteNode node, Consumer<QuoteNode> moved) {
        index.remove(node, node.time(), node.keys, moved);
    }

    /** Takes a quote out of the links of all others. */
    void detach(QuoteNode node, Consumer<QuoteNode> changed) {
        for (QuoteNode other : node.links.keySet()) {
            other.links.remove(node);
            changed.accept(other);
        }
        node.links.clear();
    }

    /** Aligns a quote with its candidates, puts the links on both sides, and tells whose have changed. */
    void relate(QuoteNode node, Consumer<QuoteNode> changed) {
        TreeSet<QuoteNode> stale = new TreeSet<>(node.links.keySet());
        for (QuoteNode other : index.candidates(node, node.time(), node.keys, 1)) {
            if (Math.abs(node.time() - other.time()) > config.windowMillis()) {
                continue;
            }
            Alignment alignment = node.links.get(other);
            if (alignment == null) {
                alignment = node.compareTo(other) < 0 ? align(node, other) : align(other, node);
                if (alignment != null) {
                    node.links.put(other, alignment);
                    other.links.put(node, alignment);
                    changed.accept(node);
                    changed.accept(other);
                }
            }
            if (alignment != null) {
                stale.remove(other);
            }
        }
        for (QuoteNode other : stale) {
            node.links.remove(other);
            other.links.remove(node);
            changed.accept(node);
            changed.accept(other);
        }
    }

    private static @Nullable Alignment align(QuoteNode left, QuoteNode right) {
        if (left.isTurn() && right.isTurn()) {
            return sameTurn(left, right);
        }
        boolean leftShorter = right.isTurn() || (!left.isTurn() && left.words.size() <= right.words.size());
        QuoteWords shorter = leftShorter ? left.words : right.words;
        WordAligner.Found found = WordAligner.align(shorter, leftShorter ? right.words : left.words);
        if (found == null || !renders(found, shorter)) {
            return null;
        }
        return leftShorter
                ? new Alignment(left, found.aBegin(), found.aEnd(), found.bBegin(), found.bEnd())
                : new Alignment(left, found.bBegin(), found.bEnd(), found.aBegin(), found.aEnd());
    }

    /** Whether the aligned stretch covers at least half of the shorter quote and is no mere turn of phrase. */
    private static boolean renders(WordAligner.Found found, QuoteWords shorter) {
        int covered = found.aEnd() - found.aBegin();
        if (covered * 2 < shorter.size() || found.alike() * 2 < covered) {
            return false;
        }
        boolean exact = found.same() == shorter.size() && found.bEnd() - found.bBegin() == shorter.size();
        return found.content() >= LEAST_CONTENT
                || (exact && found.content() >= LEAST_CONTENT_EXACT && found.letters() >= LEAST_LETTERS_EXACT);
    }

    /** Two transcripts of one turn: half of the shorter one's grams are in the other. */
    private static @Nullable Alignment sameTurn(QuoteNode left, QuoteNode right) {
        int shared = TextPair.common(left.keys, right.keys);
        if (shared < LEAST_CONTENT || shared * 2 < Math.min(left.keys.length, right.keys.length)) {
            return null;
        }
        return new Alignment(left, 0, left.words.size(), 0, right.words.size());
    }
}
