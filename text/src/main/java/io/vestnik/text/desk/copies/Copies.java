/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.index.Relations;

/**
 * Puts texts into copy groups. The original of a text follows from its relations and from the originals of the texts
 * before it in canonical order, so a change is carried on in that order and ends where nothing follows from it; what
 * comes out is what the whole computed anew would give.
 *
 * <p>Two texts that people have said are no copies are never in one group: the later one of them does not join the
 * group that the earlier one is in, and is placed as if it were like no text of that group.
 */
public final class Copies {
    /** Shingles in common below which an overlap is a turn of phrase or a short text. */
    private static final int LEAST_OVERLAP = 20;

    /**
     * The overlap of two texts of one template whose facts tell of two events: speaks against one event by more than a
     * text that stands whole in another one speaks for it, as the words that they share do.
     */
    private static final int OTHER_EVENTS = -1500;

    private final CopyConfig config;
    private final TextPairs pairs;
    private final Sources sources;

    /** Starts without texts. */
    public Copies(CopyConfig config) {
        this.config = config;
        this.pairs = new TextPairs(config);
        this.sources = new Sources(config);
    }

    /**
     * What a change changed.
     *
     * @param touched texts whose place may read differently now
     * @param regrouped those of them that have another original than before, or have just come
     */
    public record Change(SortedSet<TextNode> touched, SortedSet<TextNode> regrouped) {}

    /**
     * Takes a text away and adds another one; either may be null.
     *
     * @param apart the texts that people have said are no copies of the one that comes
     */
    public Change replace(@Nullable TextNode gone, @Nullable TextNode come, Relations<TextNode> apart) {
        TreeSet<TextNode> relate = new TreeSet<>();
        TreeSet<TextNode> open = new TreeSet<>();
        Change change = new Change(new TreeSet<>(), new TreeSet<>());
        Relations.Listener<TextNode> listener = (earlier, later, code) -> {
            // An original comes before its copies: what is later changes nothing there.
            open.add(later);
            if (sources.mayPoint(earlier, later, code)) {
                change.touched.add(earlier);
            }
        };
        if (gone != null) {
            pairs.remove(gone, relate::add);
            Relations.detach(gone, node -> node.pairs, listener);
            if (gone.isApart()) {
                Relations.detach(gone, TextNode::apart, (earlier, later, none) -> open.add(later));
            }
            gone.copyOf(null);
            relate.remove(gone);
            open.remove(gone);
            change.touched.remove(gone);
        }
        if (come != null) {
            pairs.add(come, relate::add);
            relate.add(come);
            open.add(come);
            change.regrouped.add(come);
            if (apart.size() > 0) {
                Relations.replace(come, apart, TextNode::apart, (earlier, later, none) -> open.add(later));
            }
        }
        relate.forEach(node -> pairs.relate(node, listener));
        settle(open, change);
        return change;
    }

    /** Where a text stands among the others. */
    public CopyPlace place(TextNode node) {
        TextNode original = node.original();
        if (original == null) {
            return new CopyPlace(null, null, null, sources.of(node));
        }
        TextPair pair = TextPair.of(node, original, config);
        return new CopyPlace(original.id(), pair.kind(node, original), pair.similarity(), sources.of(node));
    }

    /**
     * How much of the shorter of two texts stands in the other.
     *
     * @return thousandths; 0 where that is too little to speak of one source, and for two texts of one template; if
     *     their facts tell of two events, -1500
     */
    public int overlap(TextNode one, TextNode other) {
        TextPair pair = TextPair.of(one, other, config);
        if (pair.shared() < LEAST_OVERLAP) {
            return 0;
        }
        if (pair.otherEvents()) {
            return OTHER_EVENTS;
        }
        return pair.mayDerive(pair.similarity(), config) ? pair.similarity() : 0;
    }

    /** Tells of the texts that a text shares words with. */
    public void neighbours(TextNode node, Consumer<? super TextNode> told) {
        node.pairs.forEach(told);
    }

    /** Whether other texts would be compared with each other if this one left. */
    public boolean keepsOthersOut(TextNode node) {
        return pairs.keepsOthersOut(node);
    }

    /** Gives a text up without a word of what that changes: nothing that an arrival could reach. */
    public void evict(TextNode node) {
        pairs.remove(node, ignored -> {});
        Relations.detach(node, of -> of.pairs, (earlier, later, code) -> {});
        if (node.isApart()) {
            Relations.detach(node, TextNode::apart, (earlier, later, none) -> {});
        }
    }

    private void settle(NavigableSet<TextNode> open, Change change) {
        for (TextNode node = open.pollFirst(); node != null; node = open.pollFirst()) {
            change.touched.add(node);
            TextNode original = original(node);
            if (original != node.original()) {
                node.copyOf(original);
                node.pairs.after(node, open::add);
                if (node.isApart()) {
                    node.apart().after(node, open::add);
                }
                change.regrouped.add(node);
                for (int i = 0; i < node.pairs.size(); i++) {
                    // A text is not derived from one of its own group.
                    if (sources.mayPoint(node.pairs.get(i), node, node.pairs.value(i))) {
                        change.touched.add(node.pairs.get(i));
                    }
                }
            }
        }
    }

    /** The earliest original that the text is a copy of, else the original of the earliest copy that it copies. */
    private @Nullable TextNode original(TextNode node) {
        TextNode indirect = null;
        int earlier = node.pairs.before(node);
        for (int i = 0; i < earlier; i++) {
            TextNode other = node.pairs.get(i);
            if (TextPair.isCopy(node.pairs.value(i)) && !node.isApartFrom(other.source())) {
                TextNode source = other.original();
                if (source == null) {
                    return other;
                }
                if (indirect == null && node.time() - source.time() <= config.windowMillis()) {
                    indirect = source;
                }
            }
        }
        return indirect;
    }
}
