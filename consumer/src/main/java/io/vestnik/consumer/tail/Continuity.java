/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a tail has heard of all that its topics told, or may have missed some that they hold no more.
 *
 * <p>A compacted topic keeps a tombstone for a time after it was written, then nothing tells that its key is gone. So what
 * was made of the topic is whole as of a time when everything was read that was there then, and stays so if the tail comes
 * to the topic's end again before that time is over. Half of it may pass before a tail goes on, and three quarters until it
 * comes to the end; the rest is for clocks that differ.
 */
final class Continuity {
    /** How often the ends of the topics are asked for. */
    static final Duration BEAT = Duration.ofMinutes(1);

    /** So long it may always take to come to the ends, however short tombstones stay: they stay in the last segment anyhow. */
    static final Duration LEAST = BEAT.multipliedBy(10);

    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final @Nullable Duration stay;
    private final InstantSource clock;
    private Instant askedAt = Instant.EPOCH;
    private @Nullable Map<TopicPartition, Long> ends;

    /**
     * Of one tail.
     *
     * @param tombstones how long these stay in its topics, null when it has none; see {@link io.vestnik.schemas.Tombstones}
     */
    Continuity(@Nullable Duration tombstones, InstantSource clock) {
        this.stay = tombstones;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * What is wrong with going on.
     *
     * @param kept where the sink stands
     * @param wholeAt when it was whole last
     * @return for a person; null when nothing is wrong
     */
    @Nullable String missed(
            Map<TopicPartition, Long> kept,
            Instant wholeAt,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> itsEnds) {
        for (Map.Entry<TopicPartition, Long> each : kept.entrySet()) {
            long end = itsEnds.getOrDefault(each.getKey(), Long.MAX_VALUE);
            if (each.getValue() > end) {
                return each.getKey() + " ends at " + end + ", before what was read of it, " + each.getValue();
            }
            long beginning = beginnings.getOrDefault(each.getKey(), 0L);
            if (stay != null && each.getValue() < beginning) {
                return each.getKey() + " was deleted up to " + beginning + ", behind what was read of it, "
                        + each.getValue();
            }
        }
        if (stay == null) {
            return null;
        }
        Duration away = Duration.between(wholeAt, now());
        // A clock that was set back tells nothing.
        return away.isNegative() || away.compareTo(stay.dividedBy(2)) > 0 ? tooLong(wholeAt) : null;
    }

    /**
     * What is wrong with having come to the ends of the topics only now: the tail may have stood still, or had no broker.
     *
     * @param wholeAt when the sink was whole last
     * @param time when these were the ends
     * @return for a person; null when nothing is wrong
     */
    @Nullable String late(Instant wholeAt, Instant time) {
        if (stay == null || Duration.between(wholeAt, now()).compareTo(arriving(stay)) <= 0) {
            return null;
        }
        if (wholeAt.equals(time)) {
            // To begin once more would not be faster.
            LOG.warn(
                    "Reading all from the beginning took from {} until now, longer than tombstones are sure to stay."
                            + " What was removed meanwhile may still be found. Raise {} of the topics",
                    wholeAt,
                    TopicConfig.DELETE_RETENTION_MS_CONFIG);
            return null;
        }
        return tooLong(wholeAt);
    }

    private static Duration arriving(Duration stay) {
        Duration most = stay.multipliedBy(3).dividedBy(4);
        return most.compareTo(LEAST) < 0 ? LEAST : most;
    }

    private static String tooLong(Instant wholeAt) {
        return "it held all of its topics last at " + wholeAt
                + ", and what was removed from them since may be told no more";
    }

    /** What the ends of the topics were at a time. */
    void ends(Instant time, Map<TopicPartition, Long> itsEnds) {
        if (stay != null) {
            askedAt = time;
            ends = itsEnds;
        }
    }

    /**
     * Takes note of what was read.
     *
     * @param positions offsets behind it, of all partitions
     * @return the time that everything is read of; null when that has not changed
     */
    @Nullable Instant read(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> to = ends;
        if (to == null
                || !to.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            return null;
        }
        ends = null;
        return askedAt;
    }

    /** Asks for the ends of the topics when it is time to. Brokers that do not answer are asked again. */
    void ask(Consumer<byte[], byte[]> consumer) {
        Instant now = now();
        if (stay == null || ends != null || Duration.between(askedAt, now).compareTo(BEAT) < 0) {
            return;
        }
        try {
            ends(now, Map.copyOf(consumer.endOffsets(consumer.assignment(), ANSWER)));
        } catch (TimeoutException e) {
            askedAt = now;
        }
    }
}
