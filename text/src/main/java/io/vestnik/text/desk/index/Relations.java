/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The items that an item is related to, in canonical order, with a number for each relation. A relation stands on both
 * sides with the same number.
 *
 * @param <N> the items
 */
public final class Relations<N extends Node> {
    private static final Node[] NONE = {};
    private static final int[] NO_VALUES = {};

    private Node[] nodes = NONE;
    private int[] values = NO_VALUES;
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The item at a place, from 0. */
    // Only items are put in.
    @SuppressWarnings("unchecked")
    public N get(int i) {
        return (N) nodes[i];
    }

    /** The number of the relation at a place. */
    public int value(int i) {
        return values[i];
    }

    /** How many of the related items come before an item. */
    public int before(N item) {
        int at = Arrays.binarySearch(nodes, 0, size, item);
        return at < 0 ? -at - 1 : at;
    }

    /** Tells of each related item that comes after an item. */
    public void after(N item, Consumer<? super N> told) {
        int at = Arrays.binarySearch(nodes, 0, size, item);
        for (int i = at < 0 ? -at - 1 : at + 1; i < size; i++) {
            told.accept(get(i));
        }
    }

    /** Tells of each related item. */
    public void forEach(Consumer<? super N> told) {
        for (int i = 0; i < size; i++) {
            told.accept(get(i));
        }
    }

    /** Notes a relation on this side alone: for a collection that {@link #replace} puts in place. */
    public void put(N other, int value) {
        int at = Arrays.binarySearch(nodes, 0, size, other);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (size == nodes.length) {
            int room = size + (size >> 1) + 1;
            nodes = Arrays.copyOf(nodes, room);
            values = Arrays.copyOf(values, room);
        }
        int to = -at - 1;
        System.arraycopy(nodes, to, nodes, to + 1, size - to);
        System.arraycopy(values, to, values, to + 1, size - to);
        nodes[to] = other;
        values[to] = value;
        size++;
    }

    private void remove(N other) {
        int at = Arrays.binarySearch(nodes, 0, size, other);
        if (at >= 0) {
            System.arraycopy(nodes, at + 1, nodes, at, size - at - 1);
            System.arraycopy(values, at + 1, values, at, size - at - 1);
            nodes[--size] = null;
        }
    }

    /**
     * Is told of relations that have come, gone or changed their number.
     *
     * @param <N> the items
     */
    @FunctionalInterface
    public interface Listener<N extends Node> {
        /**
         * A relation has come or gone; one with another number has done both.
         *
         * @param earlier the item of the two that comes first in canonical order
         * @param later the other one
         * @param value the number of the relation
         */
        void changed(N earlier, N later, int value);
    }

    private static <N extends Node> void tell(N one, N other, int value, Listener<N> listener) {
        if (one.compareTo(other) < 0) {
            listener.changed(one, other, value);
        } else {
            listener.changed(other, one, value);
        }
    }

    /**
     * Puts relations in place of the ones that were known, on both sides.
     *
     * @param node the item that they are relations of
     * @param now its relations, as they were found anew
     * @param side the relations that an item has
     * @param listener told of each relation that has changed
     */
    public static <N extends Node> void replace(
            N node, Relations<N> now, Function<N, Relations<N>> side, Listener<N> listener) {
        Relations<N> old = side.apply(node);
        boolean differs = false;
        int i = 0;
        int j = 0;
        while (i < old.size || j < now.size) {
            int order = i == old.size ? 1 : j == now.size ? -1 : old.nodes[i].compareTo(now.nodes[j]);
            if (order == 0 && old.values[i] == now.values[j]) {
                i++;
                j++;
                continue;
            }
            differs = true;
            N other = order < 0 ? old.get(i) : now.get(j);
            if (order <= 0) {
                tell(node, other, old.values[i], listener);
            }
            if (order < 0) {
                side.apply(other).remove(node);
            } else {
                side.apply(other).put(node, now.values[j]);
                tell(node, other, now.values[j], listener);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        if (differs) {
            old.nodes = Arrays.copyOf(now.nodes, now.size);
            old.values = Arrays.copyOf(now.values, now.size);
            old.size = now.size;
        }
    }

    /** Takes an item out of the relations of all others. */
    public static <N extends Node> void detach(N node, Function<N, Relations<N>> side, Listener<N> listener) {
        Relations<N> old = side.apply(node);
        for (int i = 0; i < old.size; i++) {
            side.apply(old.get(i)).remove(node);
            tell(node, old.get(i), old.values[i], listener);
        }
        old.nodes = NONE;
        old.values = NO_VALUES;
        old.size = 0;
    }
}
