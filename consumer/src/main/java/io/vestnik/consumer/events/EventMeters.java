/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What has come to pass with live updates since the instance was started. */
public final class EventMeters {
    private final LongAdder read = new LongAdder();
    private final LongAdder told = new LongAdder();
    private final LongAdder cutOff = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder resets = new LongAdder();
    private final LongAdder catchUps = new LongAdder();
    private final AtomicInteger readers = new AtomicInteger();

    void read(int updates) {
        read.add(updates);
    }

    void told() {
        told.increment();
    }

    void cutOff() {
        cutOff.increment();
    }

    void refused() {
        refused.increment();
    }

    void reset() {
        resets.increment();
    }

    void catchUp() {
        catchUps.increment();
    }

    void readers(int change) {
        readers.addAndGet(change);
    }

    /** Updates that were read from the topic. */
    public long readUpdates() {
        return read.sum();
    }

    /** Updates that were written to readers, all readers together. */
    public long toldUpdates() {
        return told.sum();
    }

    /** Readers that were cut off as they did not keep up. */
    public long cutOffReaders() {
        return cutOff.sum();
    }

    /** Readers that were refused as there were too many. */
    public long refusedReaders() {
        return refused.sum();
    }

    /** Readers that had to begin anew, as the id that they came with was of no use. */
    public long resetReaders() {
        return resets.sum();
    }

    /** Readers for which the log was read, as the id that they came with was older than the window. */
    public long catchUpReaders() {
        return catchUps.sum();
    }

    /** Readers now. */
    public int currentReaders() {
        return readers.get();
    }
}
