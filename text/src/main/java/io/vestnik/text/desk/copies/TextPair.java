/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import io.vestnik.text.desk.index.Sorted;

/**
 * What two texts have in common. A symmetric function of the two.
 *
 * @param shared shingles that both have
 * @param similarity shared shingles as a part of the shorter text's, thousandths
 * @param copy true when one is a copy of the other
 * @param template true when they share the words and not the facts: two of one template
 * @param otherEvents true when they are two of one template whose facts tell of two events; a template of fewer other
 *     facts may be a report that was written anew
 */
record TextPair(int shared, int similarity, boolean copy, boolean template, boolean otherEvents) {
    private static final int THOUSANDTHS = 1000;

    /** From this similarity on the shingles alone tell a copy, thousandths. */
    private static final int SURE = 600;

    /** Below that, the words of the shorter text that must be covered when single words may differ, thousandths. */
    private static final int COVERED = 700;

    static TextPair of(TextNode a, TextNode b, CopyConfig config) {
        int shared = Sorted.common(a.shingles, b.shingles);
        int shorter = Math.min(a.shingles.length, b.shingles.length);
        int similarity = shorter == 0 ? 0 : share(shared, shorter);
        boolean same = a.whole == b.whole && a.words == b.words && shared == shorter;
        if (similarity < config.derivationShare()) {
            return new TextPair(shared, similarity, same, false, false);
        }
        FactPair facts = FactPair.of(a, b);
        boolean copy = same
                || (similarity >= config.containment()
                        && share(Math.min(a.words, b.words), Math.max(a.words, b.words)) >= config.excerptLength()
                        && facts.agree(config)
                        && (similarity >= SURE || covered(a, b) >= COVERED));
        return new TextPair(shared, similarity, copy, !copy && facts.isTemplate(), !copy && facts.differs());
    }

    /** Whether a text with such a share of its shingles in the other may have been written from it. */
    boolean mayDerive(int share, CopyConfig config) {
        return share >= config.derivationShare() && !template;
    }

    /** How much of the shorter text is covered; of two equally long ones, of that which is covered more. */
    private static int covered(TextNode a, TextNode b) {
        int left = a.words <= b.words ? Coverage.of(a, b) : 0;
        int right = b.words <= a.words ? Coverage.of(b, a) : 0;
        return Math.max(left, right);
    }

    /** The kind of a copy. */
    CopyKind kind(TextNode copy, TextNode original) {
        if (copy.whole == original.whole && copy.words == original.words) {
            return CopyKind.EXACT;
        }
        // Shorter by a fifth and more is a part of the original; less is a sentence left out.
        boolean shorter = copy.words * 5L < original.words * 4L;
        return shorter ? CopyKind.EXCERPT : CopyKind.NEAR;
    }

    /** The shared shingles and whether it is a copy, as one number. */
    int code() {
        return (shared << 1) | (copy ? 1 : 0);
    }

    /** Whether a code is that of a copy. */
    static boolean isCopy(int code) {
        return (code & 1) != 0;
    }

    /** The part of a text that stands in another one, by the code of the two, thousandths. */
    static int shareOf(TextNode node, int code) {
        return node.shingles.length == 0 ? 0 : share(code >> 1, node.shingles.length);
    }

    /** The part of a text that stands in the other, thousandths. */
    int shareOf(TextNode held) {
        return held.shingles.length == 0 ? 0 : share(shared, held.shingles.length);
    }

    static int share(int part, int whole) {
        return (int) ((long) part * THOUSANDTHS / whole);
    }
}
