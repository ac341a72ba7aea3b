/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The newest updates, in memory, for all readers: bounded by number and by size, the oldest go first. Each has a number in
 * the order in which this instance has read it. Other instances may have read the partitions in another order, so numbers
 * mean nothing to readers; vectors do.
 *
 * <p>It is complete behind {@link #oldest}: of each partition it holds all updates from there on.
 */
final class Window {
    private final int mostUpdates;
    private final long mostChars;
    private final @Nullable Entry[] ring;
    private long first;
    private long end;
    private long chars;
    private OffsetVector oldest;
    private OffsetVector newest;

    /** An update in the window. */
    static final class Entry {
        private final Update update;
        private final OffsetVector after;
        private final byte[] frame;

        private Entry(Update update, OffsetVector after) {
            this.update = update;
            this.after = after;
            this.frame = Frames.update(update, after);
        }

        Update update() {
            return update;
        }

        /** Where a reader goes on that has had all of the window up to this one. */
        OffsetVector after() {
            return after;
        }

        /** What such a reader is written; not to be changed. */
        byte[] frame() {
            return frame;
        }
    }

    /**
     * A part of the window.
     *
     * @param entries in their order
     * @param next number of the first update behind the part
     * @param newest at the end of the window where a reader goes on that has had all of it; null when the part does not
     *     reach the end
     * @param missed whether updates in front of the part are gone already
     */
    record Slice(List<Entry> entries, long next, @Nullable OffsetVector newest, boolean missed) {}

    /**
     * An empty window.
     *
     * @param from what was before is not in it
     * @param mostUpdates most updates that it holds
     * @param mostChars most characters that it holds, the newest update aside
     */
    Window(OffsetVector from, int mostUpdates, long mostChars) {
        this.mostUpdates = mostUpdates;
        this.mostChars = mostChars;
        this.ring = new Entry[mostUpdates];
        this.oldest = from;
        this.newest = from;
    }

    /**
     * Adds what was read.
     *
     * @param position behind it, of every partition
     */
    synchronized void add(List<Update> updates, OffsetVector position) {
        for (Update update : updates) {
            if (end - first == mostUpdates) {
                evict();
            }
            newest = newest.after(update.partition(), update.offset());
            ring[(int) (end % mostUpdates)] = new Entry(update, newest);
            end++;
            chars += update.size();
            while (chars > mostChars && end - first > 1) {
                evict();
            }
        }
        newest = position;
    }

    private void evict() {
        Entry gone = entry(first);
        ring[(int) (first % mostUpdates)] = null;
        chars -= gone.update().size();
        oldest = oldest.after(gone.update().partition(), gone.update().offset());
        first++;
    }

    private Entry entry(long number) {
        Entry entry = ring[(int) (number % mostUpdates)];
        if (entry == null) {
            throw new IllegalStateException("no update " + number + " in the window from " + first + " to " + end);
        }
        return entry;
    }

    /**
     * Reads a part.
     *
     * @param from number of the first update that is wanted
     * @param most updates at most
     */
    synchronized Slice read(long from, int most) {
        long begin = Math.max(from, first);
        long until = Math.min(end, begin + most);
        List<Entry> entries = new ArrayList<>((int) Math.max(0, until - begin));
        for (long number = begin; number < until; number++) {
            entries.add(entry(number));
        }
        return new Slice(entries, Math.max(begin, until), until >= end ? newest : null, begin > from);
    }

    /**
     * The number to read on from for a reader that is at a vector; it has to pass over what it has had already.
     *
     * @return -1 when updates that it has not had are in the window no more
     */
    synchronized long numberFor(OffsetVector vector) {
        return vector.reaches(oldest) ? first : -1;
    }

    /** Behind the newest update. */
    synchronized OffsetVector newest() {
        return newest;
    }
}
