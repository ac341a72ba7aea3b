/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

/**
 * A table of numbers by key that is asked and never walked. A key and its number lie side by side, so that a question
 * costs one access to memory: at a hundred million keys that is what a question costs. It is cut into many small ones,
 * so that growing never takes longer than a few milliseconds however many keys it holds.
 */
final class ListTable {
    /** Stands where there is no number. */
    static final long NONE = 0;

    private static final int PARTS_BITS = 10;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FIRST_ROOM = 16;

    /** Room is taken by a third more at a time, so that little of it lies idle. */
    private static final int GROWTH = 3;

    /** Keys fill at most so many tenths of the room. */
    private static final int FULLEST_TENTHS = 7;

    private final Part[] parts = new Part[1 << PARTS_BITS];

    /** The key asked for last, and where it is. */
    private long key;

    private long mixed;
    private Part part;
    private int at;

    ListTable() {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part();
        }
        part = parts[0];
    }

    /** A table by linear probing: keys at even places, each with its number behind it. */
    private static final class Part {
        private long[] cells = new long[2 * FIRST_ROOM];
        private int used;

        /** The key's own place: mixed keys are spread evenly over a room of any size. */
        private int home(long mixed) {
            long fraction = (mixed << PARTS_BITS) >>> Integer.SIZE;
            return (int) ((fraction * (cells.length >> 1)) >>> Integer.SIZE) << 1;
        }

        private int next(int at) {
            return at + 2 == cells.length ? 0 : at + 2;
        }

        /** Where a key is, or the empty place where it would be. */
        private int find(long key, long mixed) {
            int at = home(mixed);
            while (cells[at + 1] != NONE && cells[at] != key) {
                at = next(at);
            }
            return at;
        }

        /** Takes an empty place for a key; gives where that is now. */
        private int take(long key, long mixed, int empty) {
            int at = empty;
            if ((used + 1) * 20L > (long) cells.length * FULLEST_TENTHS) {
                grow();
                at = find(key, mixed);
            }
            cells[at] = key;
            used++;
            return at;
        }

        private void grow() {
            long[] old = cells;
            int room = old.length >> 1;
            cells = new long[2 * (room + room / GROWTH)];
            for (int i = 0; i < old.length; i += 2) {
                if (old[i + 1] != NONE) {
                    int at = find(old[i], mix(old[i]));
                    cells[at] = old[i];
                    cells[at + 1] = old[i + 1];
                }
            }
        }

        /** Empties a place and moves up those behind it that had to give way. */
        private void empty(int place) {
            int hole = place;
            for (int at = next(hole); cells[at + 1] != NONE; at = next(at)) {
                int home = home(mix(cells[at]));
                boolean stays = hole <= at ? hole < home && home <= at : hole < home || home <= at;
                if (!stays) {
                    cells[hole] = cells[at];
                    cells[hole + 1] = cells[at + 1];
                    hole = at;
                }
            }
            cells[hole + 1] = NONE;
            used--;
        }
    }

    private static long mix(long of) {
        return of * GOLDEN;
    }

    private Part part(long mixedKey) {
        return parts[(int) (mixedKey >>> (Long.SIZE - PARTS_BITS))];
    }

    /** The number of a key, which is the key asked for last from now on; {@link #NONE} when it has none. */
    long get(long of) {
        key = of;
        mixed = mix(of);
        part = part(mixed);
        at = part.find(key, mixed);
        return part.cells[at + 1];
    }

    /** Gives the key asked for last a number other than {@link #NONE}. */
    void put(long number) {
        if (part.cells[at + 1] == NONE) {
            at = part.take(key, mixed, at);
        }
        part.cells[at + 1] = number;
    }

    /** Takes its number from the key asked for last, if it has one. */
    void remove() {
        if (part.cells[at + 1] != NONE) {
            part.empty(at);
        }
    }

    /** Reads where some keys lie, and nothing else; gives a number of no meaning. */
    int touch(long[] keys) {
        long sum = 0;
        for (long each : keys) {
            long mixedKey = mix(each);
            Part of = part(mixedKey);
            sum += of.cells[of.home(mixedKey)];
        }
        return (int) sum;
    }
}
