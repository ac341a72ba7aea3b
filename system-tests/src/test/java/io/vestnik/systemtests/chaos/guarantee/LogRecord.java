/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

/** A record as a reader found it. */
public final class LogRecord {
    private final int partition;
    private final long offset;
    private final String key;
    private final byte[] value;

    /**
     * A record.
     *
     * @param key its key as text
     * @param value its value with the frame, as it stands in the topic; null for a tombstone
     */
    public LogRecord(int partition, long offset, String key, byte[] value) {
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.value = value;
    }

    /** Partition of the topic. */
    public int partition() {
        return partition;
    }

    /** Place in the partition. */
    public long offset() {
        return offset;
    }

    /** Its key as text. */
    public String key() {
        return key;
    }

    /** Its value with the frame; null for a tombstone. */
    public byte[] value() {
        return value;
    }
}
