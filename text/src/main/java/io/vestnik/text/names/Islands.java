/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.BitSet;

/**
 * The stretches of a text in which names can stand: around capitals, foreign letters and the heads of institutions. All
 * between them is outside of any name, so that nobody need ask what it is. Most of a text is.
 */
final class Islands {
    /** Tokens between two telling ones that may belong to the name of both. */
    private static final int GAP = 2;

    private final BitSet inside;

    /** Reads a text in time linear in its length. */
    Islands(Scan scan, MarkedStretches marks, NameChains chains) {
        this.inside = new BitSet(scan.size());
        int reach = 0;
        int last = -GAP - 2;
        for (int i = 0; i < scan.size(); i++) {
            if (scan.traits(i).telling()) {
                boolean joined = i - last <= GAP + 1;
                boolean attribute = i > 0 && scan.nextWord(i) && scan.has(i - 1, Trait.ADJECTIVE);
                inside.set(joined ? last : attribute ? i - 1 : i, i + 1);
                last = i;
                reach = i + 2;
            } else if (i < reach && goesOn(scan, marks, chains, i)) {
                inside.set(i);
                reach = i + 2;
            }
        }
    }

    /** Through the genitives after a head, to the end of marks, from an adjective to its noun. */
    private static boolean goesOn(Scan scan, MarkedStretches marks, NameChains chains, int i) {
        return chains.distance(i) > 0
                || marks.place(i) != 0
                || scan.isInitial(i - 1)
                || (scan.nextWord(i) && (scan.has(i, Trait.PLACE_HEAD) || scan.has(i - 1, Trait.ADJECTIVE)));
    }

    /** The first token at or after a place that stands in one; -1 when there is none. */
    int next(int from) {
        return inside.nextSetBit(from);
    }

    /** One past the last token of the stretch that goes on at a place. */
    int end(int from) {
        return inside.nextClearBit(from);
    }

    boolean contains(int i) {
        return inside.get(i);
    }
}
