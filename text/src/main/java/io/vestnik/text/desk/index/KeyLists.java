/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

/**
 * Lists of places by key, none of them empty. Most keys belong to one or two items: these stand in the table itself, the
 * others in {@link IntLists}. One list at a time is open for work.
 */
final class KeyLists {
    /** In the upper half of a key's number: that the lower half is a list. */
    private static final int LIST = -1;

    private static final int INLINE = 2;

    private final ListTable table = new ListTable();
    private final IntLists lists = new IntLists();

    private int size;

    /** The items of a list that stands in the table. */
    private final int[] inline = new int[INLINE];

    private int list;

    /** Where the items of the open list lie. */
    private int[] items = inline;

    private int begin;

    /** What {@link #touch} read, so that its reading is not taken for idle. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    /**
     * Reads where the lists of some keys lie. None of the reads waits for another one, so that the memory delivers many
     * at a time; what follows finds them in the processor's cache.
     */
    void touch(long[] keys) {
        int sum = table.touch(keys);
        for (long of : keys) {
            long number = table.get(of);
            if ((int) (number >>> Integer.SIZE) == LIST) {
                sum += lists.size((int) number);
            }
        }
        touched = sum;
    }

    /** Opens the list of a key and tells its size; 0 when it has none. */
    int open(long of) {
        long number = table.get(of);
        int upper = (int) (number >>> Integer.SIZE);
        int lower = (int) number;
        if (upper == LIST) {
            list = lower;
            items = lists.chunk(list);
            begin = lists.begin(list);
            size = lists.size(list);
        } else {
            inline[0] = lower - 1;
            inline[1] = upper - 1;
            items = inline;
            begin = 0;
            size = lower == 0 ? 0 : upper == 0 ? 1 : 2;
        }
        return size;
    }

    /** The item of the open list at a place, from 0. */
    int get(int i) {
        return items[begin + i];
    }

    /** Where the open list has an item; -1 when it does not. */
    int indexOf(int item) {
        for (int i = 0; i < size; i++) {
            if (items[begin + i] == item) {
                return i;
            }
        }
        return -1;
    }

    /** Puts an item into the open list. */
    void insert(int at, int item) {
        if (size > INLINE) {
            keep(lists.insert(list, at, item));
        } else if (size == INLINE) {
            list = lists.make(INLINE + 1);
            for (int i = 0; i <= INLINE; i++) {
                lists.set(list, i, i == at ? item : inline[i < at ? i : i - 1]);
            }
            keep(list);
        } else {
            if (at == 0) {
                inline[1] = inline[0];
            }
            inline[at] = item;
            size++;
            keepInline();
        }
    }

    /** Takes an item out of the open list. */
    void delete(int at) {
        if (size > INLINE + 1) {
            keep(lists.delete(list, at));
            return;
        }
        if (size == INLINE + 1) {
            for (int i = 0; i < INLINE; i++) {
                inline[i] = lists.get(list, i < at ? i : i + 1);
            }
            lists.free(list);
            items = inline;
            begin = 0;
        } else if (at == 0) {
            inline[0] = inline[1];
        }
        size--;
        keepInline();
    }

    private void keep(int now) {
        list = now;
        items = lists.chunk(now);
        begin = lists.begin(now);
        size = lists.size(now);
        table.put(((long) LIST << Integer.SIZE) | (now & 0xFFFFFFFFL));
    }

    private void keepInline() {
        if (size == 0) {
            table.remove();
        } else {
            long second = size == 1 ? 0 : inline[1] + 1;
            table.put((second << Integer.SIZE) | (inline[0] + 1));
        }
    }
}
