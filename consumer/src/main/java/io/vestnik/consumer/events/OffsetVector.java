/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reader of the updates goes on: for each partition the first offset that it has not had, and the topic that the
 * offsets are of. It is the id of an event; as text {@code 0:123,1:98@TOPIC-ID}.
 */
public final class OffsetVector {
    /** A topic has at most so many partitions here; more is no vector but an attack. */
    private static final int MOST_PARTITIONS = 10_000;

    private static final Pattern TEXT = Pattern.compile("((?:\\d{1,9}:\\d{1,18},)*\\d{1,9}:\\d{1,18})@([\\w-]{1,40})");

    private final String topicId;
    private final long[] next;

    /**
     * A vector.
     *
     * @param topicId Kafka's id of the topic, another one for a topic that was made anew under the same name
     * @param next by partition, from 0 on
     */
    public OffsetVector(String topicId, long... next) {
        this.topicId = topicId;
        this.next = next.clone();
    }

    /**
     * Reads its text.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static OffsetVector parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the form 0:123,1:98@TOPIC-ID");
        }
        String[] parts = matcher.group(1).split(",", -1);
        if (parts.length > MOST_PARTITIONS) {
            throw new IllegalArgumentException("more than " + MOST_PARTITIONS + " partitions");
        }
        long[] next = new long[parts.length];
        for (int partition = 0; partition < parts.length; partition++) {
            int colon = parts[partition].indexOf(':');
            if (Integer.parseInt(parts[partition].substring(0, colon)) != partition) {
                throw new IllegalArgumentException("the partitions are not 0, 1, 2 and so on");
            }
            next[partition] = Long.parseLong(parts[partition].substring(colon + 1));
        }
        return new OffsetVector(matcher.group(2), next);
    }

    /** Kafka's id of the topic. */
    public String topicId() {
        return topicId;
    }

    /** Number of partitions. */
    public int partitions() {
        return next.length;
    }

    /** The first offset of a partition that was not had; 0 for a partition that it does not know, which is new. */
    public long next(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** The same with more partitions, none of which was read yet. */
    OffsetVector widen(int partitions) {
        return partitions <= next.length ? this : new OffsetVector(topicId, Arrays.copyOf(next, partitions));
    }

    /** After one more record. */
    OffsetVector after(int partition, long offset) {
        long[] moved = next.clone();
        moved[partition] = Math.max(moved[partition], offset + 1);
        return new OffsetVector(topicId, moved);
    }

    /** The further one of both in each partition. */
    OffsetVector max(OffsetVector other) {
        long[] further = Arrays.copyOf(next, Math.max(next.length, other.next.length));
        for (int partition = 0; partition < further.length; partition++) {
            further[partition] = Math.max(further[partition], other.next(partition));
        }
        return new OffsetVector(topicId, further);
    }

    /** Whether it is nowhere behind another one of the same topic. */
    boolean reaches(OffsetVector other) {
        for (int partition = 0; partition < other.next.length; partition++) {
            if (next(partition) < other.next[partition]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OffsetVector vector
                && topicId.equals(vector.topicId)
                && Arrays.equals(next, vector.next);
    }

    @Override
    public int hashCode() {
        return 31 * topicId.hashCode() + Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int partition = 0; partition < next.length; partition++) {
            text.append(partition == 0 ? "" : ",").append(partition).append(':').append(next[partition]);
        }
        return text.append('@').append(topicId).toString();
    }
}
