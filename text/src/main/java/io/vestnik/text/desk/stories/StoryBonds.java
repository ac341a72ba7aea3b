/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.index.Relations;

/**
 * What people have said of pairs of articles, as it bears on stories. Articles that belong to two stories are kept apart
 * while stories are found; stories of which two articles belong to one are joined afterwards, as a whole. What is known
 * of an article is known of its copies too.
 *
 * <p>Where the two contradict each other, articles stay apart: stories are joined one pair after another in canonical
 * order, and never when that would bring together what is kept apart. All of it is computed anew when one of these
 * articles changes, of which there are few.
 */
final class StoryBonds {
    /** Articles that have bonds. */
    private final TreeSet<StoryNode> bonded = new TreeSet<>();

    /** For each original the originals that are kept apart from it. */
    private Map<StoryNode, NavigableSet<StoryNode>> apart = new TreeMap<>();

    /** For each first article of a story that was joined with others the first of them all. */
    private Map<StoryNode, StoryNode> leaders = new TreeMap<>();

    /** Articles that have lost a bond since stories were last joined: their place may read differently without it. */
    private final TreeSet<StoryNode> released = new TreeSet<>();

    private boolean moved;

    /** Takes bonds away and adds others; tells whether any were concerned. */
    boolean replace(@Nullable StoryNode gone, @Nullable StoryNode come, Relations<StoryNode> bonds) {
        boolean changed = false;
        if (gone != null && gone.isBonded()) {
            detach(gone);
            changed = true;
        }
        if (come != null && bonds.size() > 0) {
            Relations.replace(come, bonds, StoryNode::bonds, (earlier, later, kind) -> {});
            bonded.add(come);
            come.bonds().forEach(bonded::add);
            changed = true;
        }
        return changed;
    }

    private void detach(StoryNode node) {
        List<StoryNode> others = new ArrayList<>();
        node.bonds().forEach(others::add);
        Relations.detach(node, StoryNode::bonds, (earlier, later, kind) -> {});
        bonded.remove(node);
        released.remove(node);
        released.addAll(others);
        others.stream().filter(other -> other.bonds().size() == 0).forEach(bonded::remove);
    }

    /** Whether an article has bonds. */
    boolean has(StoryNode node) {
        return !bonded.isEmpty() && bonded.contains(node);
    }

    /**
     * Finds out anew who is kept apart from whom.
     *
     * @return the originals of which that may have changed
     */
    Collection<StoryNode> separate() {
        Map<StoryNode, StoryNode> units = units();
        Map<StoryNode, NavigableSet<StoryNode>> now = new TreeMap<>();
        edges(StoryNode.OTHER, (one, other) -> {
            StoryNode unit = find(units, one.source());
            StoryNode otherUnit = find(units, other.source());
            if (unit == otherUnit) {
                // Both were put into one story with others: the two that were spoken of stay apart nevertheless.
                keepApart(now, one.source(), other.source());
                return;
            }
            for (StoryNode member : members(units, unit)) {
                members(units, otherUnit).forEach(otherMember -> keepApart(now, member, otherMember));
            }
        });
        TreeSet<StoryNode> concerned = new TreeSet<>(now.keySet());
        concerned.addAll(apart.keySet());
        apart = now;
        moved = true;
        return concerned;
    }

    private static void keepApart(Map<StoryNode, NavigableSet<StoryNode>> now, StoryNode one, StoryNode other) {
        now.computeIfAbsent(one, node -> new TreeSet<>()).add(other);
        now.computeIfAbsent(other, node -> new TreeSet<>()).add(one);
    }

    /** Whether an article may not belong to the story that begins with another one, as far as that goes before it. */
    boolean keepsOut(StoryNode node, StoryNode first) {
        Set<StoryNode> others = apart.isEmpty() ? null : apart.get(node);
        if (others != null) {
            for (StoryNode other : others) {
                if (other.compareTo(node) < 0 && other.first == first) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes note of an article that has another story or thread now; tells of those for which that matters. */
    void moved(StoryNode node, Consumer<StoryNode> later) {
        if (bonded.isEmpty()) {
            return;
        }
        moved |= bonded.contains(node) || leaders.containsKey(node);
        NavigableSet<StoryNode> others = apart.get(node);
        if (others != null) {
            others.tailSet(node, false).forEach(later);
        }
    }

    /**
     * Joins stories anew, if that is due.
     *
     * @param touched takes in the articles whose place may read differently now
     */
    void join(Set<StoryNode> touched) {
        if (!moved) {
            return;
        }
        moved = false;
        touched.addAll(bonded);
        touched.addAll(released);
        released.clear();
        TreeSet<StoryNode> concerned = new TreeSet<>(leaders.keySet());
        Map<StoryNode, StoryNode> now = new TreeMap<>();
        edges(StoryNode.SAME, (one, other) -> {
            StoryNode first = find(now, one.first);
            StoryNode otherFirst = find(now, other.first);
            if (first != otherFirst && !isApart(now, first, otherFirst)) {
                union(now, first, otherFirst);
            }
        });
        leaders = new TreeMap<>();
        now.keySet().forEach(first -> leaders.put(first, find(now, first)));
        concerned.addAll(leaders.keySet());
        concerned.forEach(first -> addJoined(first, touched));
    }

    /** Adds the articles of the story and of the thread that begin with one whose story is joined with others, or was. */
    private static void addJoined(StoryNode first, Set<StoryNode> touched) {
        if (first.members != null) {
            touched.addAll(first.members);
        }
        if (first.stories != null) {
            for (StoryNode follower : first.stories) {
                if (follower.members != null) {
                    touched.addAll(follower.members);
                }
            }
        }
    }

    private boolean isApart(Map<StoryNode, StoryNode> joined, StoryNode first, StoryNode otherFirst) {
        boolean[] found = new boolean[1];
        edges(StoryNode.OTHER, (one, other) -> {
            StoryNode a = find(joined, one.first);
            StoryNode b = find(joined, other.first);
            found[0] |= (a == first && b == otherFirst) || (a == otherFirst && b == first);
        });
        return found[0];
    }

    /** The first article of the story as readers see it. */
    StoryNode leader(StoryNode first) {
        return leaders.isEmpty() ? first : leaders.getOrDefault(first, first);
    }

    /** Forgets an article that leaves together with all that it has bonds with. */
    void evict(StoryNode node) {
        if (node.isBonded()) {
            detach(node);
        }
        apart.remove(node);
        leaders.remove(node);
    }

    /** Originals that people have put into one story, directly or over others. */
    private Map<StoryNode, StoryNode> units() {
        Map<StoryNode, StoryNode> units = new TreeMap<>();
        for (StoryNode node : bonded) {
            units.putIfAbsent(node.source(), node.source());
        }
        edges(StoryNode.SAME, (one, other) -> {
            StoryNode unit = find(units, one.source());
            StoryNode otherUnit = find(units, other.source());
            if (unit != otherUnit) {
                union(units, unit, otherUnit);
            }
        });
        return units;
    }

    private static List<StoryNode> members(Map<StoryNode, StoryNode> units, StoryNode unit) {
        return units.keySet().stream().filter(node -> find(units, node) == unit).toList();
    }

    private interface Edge {
        void accept(StoryNode earlier, StoryNode later);
    }

    /** Tells of all pairs of one kind in canonical order. */
    private void edges(int kind, Edge told) {
        for (StoryNode later : bonded) {
            Relations<StoryNode> bonds = later.bonds();
            int earlier = bonds.before(later);
            for (int i = 0; i < earlier; i++) {
                if (bonds.value(i) == kind) {
                    told.accept(bonds.get(i), later);
                }
            }
        }
    }

    private static StoryNode find(Map<StoryNode, StoryNode> parents, StoryNode node) {
        StoryNode at = node;
        StoryNode parent = parents.getOrDefault(at, at);
        while (parent != at) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    /** The earlier of two speaks for both. */
    private static void union(Map<StoryNode, StoryNode> parents, StoryNode one, StoryNode other) {
        StoryNode earlier = one.compareTo(other) < 0 ? one : other;
        parents.put(earlier, earlier);
        parents.put(earlier == one ? other : one, earlier);
    }
}
