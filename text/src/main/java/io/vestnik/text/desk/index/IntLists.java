/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.Arrays;

/**
 * Many lists of numbers in few arrays: tens of millions of short lists as objects of their own would be what most of the
 * memory and most of its collection go into. A list has a number by which it is known until it grows or shrinks. It lies
 * in as many cells as the next power of two, of which the first is its size; cells that are given back are reused for
 * lists of like size.
 */
final class IntLists {
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int NONE = -1;

    private int[][] chunks = new int[4][];
    private int chunkCount;

    /** The first cell of the last chunk that no list has had yet. */
    private int fresh = CHUNK;

    /** For each size of lists, as a power of two, the first one given back; its second cell tells of the next. */
    private final int[] free = new int[Integer.SIZE];

    IntLists() {
        Arrays.fill(free, NONE);
    }

    /** Makes a list of so many items, at least one, which are to be set. */
    int make(int size) {
        int bits = bits(size);
        int list = free[bits];
        if (list == NONE) {
            list = fresh(bits);
        } else {
            free[bits] = chunk(list)[offset(list) + 1];
        }
        chunk(list)[offset(list)] = size;
        return list;
    }

    private int fresh(int bits) {
        if (bits >= CHUNK_BITS) {
            int list = addChunk(1 << bits);
            // What is left of the chunk before is given up: such lists are few.
            fresh = CHUNK;
            return list;
        }
        if (fresh + (1 << bits) > CHUNK) {
            addChunk(CHUNK);
            fresh = 0;
        }
        int list = ((chunkCount - 1) << CHUNK_BITS) + fresh;
        fresh += 1 << bits;
        return list;
    }

    private int addChunk(int cells) {
        if (chunkCount == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunkCount);
        }
        chunks[chunkCount] = new int[cells];
        return chunkCount++ << CHUNK_BITS;
    }

    /** Gives a list up. */
    void free(int list) {
        int bits = bits(size(list));
        chunk(list)[offset(list) + 1] = free[bits];
        free[bits] = list;
    }

    private static int bits(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(size);
    }

    /** The array that a list lies in. */
    int[] chunk(int list) {
        return chunks[list >>> CHUNK_BITS];
    }

    private static int offset(int list) {
        return list & (CHUNK - 1);
    }

    /** Where in its array the items of a list begin. */
    int begin(int list) {
        return offset(list) + 1;
    }

    /** How many items a list has. */
    int size(int list) {
        return chunk(list)[offset(list)];
    }

    /** The item at a place, from 0. */
    int get(int list, int i) {
        return chunk(list)[begin(list) + i];
    }

    /** Puts an item in place of another one. */
    void set(int list, int i, int item) {
        chunk(list)[begin(list) + i] = item;
    }

    /**
     * Adds an item.
     *
     * @return the list, by the number that it has now
     */
    int insert(int list, int at, int item) {
        int size = size(list);
        int to = list;
        if (bits(size + 1) != bits(size)) {
            to = make(size + 1);
            System.arraycopy(chunk(list), begin(list), chunk(to), begin(to), at);
        }
        System.arraycopy(chunk(list), begin(list) + at, chunk(to), begin(to) + at + 1, size - at);
        if (to != list) {
            free(list);
        }
        set(to, at, item);
        chunk(to)[offset(to)] = size + 1;
        return to;
    }

    /**
     * Takes an item out of a list of two or more.
     *
     * @return the list, by the number that it has now
     */
    int delete(int list, int at) {
        int size = size(list);
        int to = list;
        if (bits(size - 1) != bits(size)) {
            to = make(size - 1);
            System.arraycopy(chunk(list), begin(list), chunk(to), begin(to), at);
        }
        System.arraycopy(chunk(list), begin(list) + at + 1, chunk(to), begin(to) + at, size - at - 1);
        if (to != list) {
            free(list);
        }
        chunk(to)[offset(to)] = size - 1;
        return to;
    }
}
