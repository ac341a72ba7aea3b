/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the texts that a text was written from. A text that adds nothing to those named before it is not one. */
final class Sources {
    private static final int MOST_SOURCES = 5;

    /** From this share on a text is as good as whole in another one, thousandths. */
    private static final int WHOLE = 850;

    private static final int WHOLE_SHARE = 1000;

    /** Two shares of which the greater is less than so much of the other say nothing of who wrote from whom. */
    private static final int LIKE_SHARES = 1500;

    /** Of the words of a weaker source at least this part must not stand in stronger ones. */
    private static final int OWN_PART_OF_SHARE = 2;

    private final CopyConfig config;

    Sources(CopyConfig config) {
        this.config = config;
    }

    /** Whether a text may have been written from another one, groups of copies aside. */
    boolean mayPoint(TextNode from, TextNode to, int code) {
        int share = TextPair.shareOf(from, code);
        int back = TextPair.shareOf(to, code);
        int least = config.derivationShare();
        if (share < least) {
            return false;
        }
        // Of two texts the one of which far more is shared was written from the other, whichever came first: a report
        // from a transcript. Where both are of like length, or the one is as good as whole in the other and makes up a
        // good part of it, the earlier is the source.
        int most = Math.max(share, back);
        boolean alike = most < LIKE_SHARES * Math.min(share, back) / WHOLE_SHARE;
        boolean takenOver = back >= least && most >= WHOLE;
        return (alike || takenOver) ? to.compareTo(from) < 0 : share > back;
    }

    private boolean isSource(TextNode node, TextNode other, int code) {
        return other.source() != node.source() && mayPoint(node, other, code);
    }

    /** Whether the original of a copy is a source itself, so that the copy need not be named. */
    private boolean standsForACopy(TextNode node, TextNode other) {
        TextNode original = other.original();
        if (original == null) {
            return false;
        }
        int at = node.pairs.before(original);
        return at < node.pairs.size()
                && node.pairs.get(at) == original
                && isSource(node, original, node.pairs.value(at));
    }

    private record Source(TextNode text, int share) {}

    List<Derivation> of(TextNode node) {
        List<Source> found = new ArrayList<>();
        for (int i = 0; i < node.pairs.size(); i++) {
            TextNode other = node.pairs.get(i);
            if (isSource(node, other, node.pairs.value(i)) && !standsForACopy(node, other)) {
                found.add(new Source(other, TextPair.shareOf(node, node.pairs.value(i))));
            }
        }
        found.sort(Comparator.comparingInt(Source::share).reversed().thenComparing(Source::text));
        List<Derivation> sources = new ArrayList<>();
        int[] left = node.shingles;
        for (Source source : found) {
            int[] rest = without(left, source.text.shingles);
            int own = TextPair.share(left.length - rest.length, node.shingles.length);
            if (own < config.derivationShare() / OWN_PART_OF_SHARE || sources.size() == MOST_SOURCES) {
                continue;
            }
            SharedStretches shared = SharedStretches.of(node, source.text);
            if (!shared.isBackground()) {
                sources.add(new Derivation(source.text.id(), source.share, shared.spans()));
                left = rest;
            }
        }
        sources.sort(Comparator.comparingInt(Derivation::share).reversed().thenComparing(Derivation::articleId));
        return List.copyOf(sources);
    }

    private static int[] without(int[] shingles, int[] others) {
        boolean[] shared = Coverage.shared(shingles, others);
        int[] rest = new int[shingles.length];
        int count = 0;
        for (int i = 0; i < shingles.length; i++) {
            if (!shared[i]) {
                rest[count++] = shingles[i];
            }
        }
        return Arrays.copyOf(rest, count);
    }
}
