package io.vestnik.streams.coverage;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.CoverageMember;

/**
 * The members of each topic by first observation and by claimed time, in an ordered store: firsts are read from its
 * ends, so they are right whatever came or went in between. Ties go by article id.
 */
final class MemberOrder {
    private static final byte[] PRESENT = {1};
    // One list of a topic ends where a key with this in place of the separator would stand.
    private static final char AFTER_SEPARATOR = '|' + 1;

    private enum By {
        OBSERVED,
        CLAIMED
    }

    /**
     * A place in the order.
     *
     * @param at the time
     * @param articleId the article of it
     */
    record Place(Instant at, String articleId) {}

    private final KeyValueStore<String, byte[]> order;

    MemberOrder(KeyValueStore<String, byte[]> order) {
        this.order = order;
    }

    /** Puts a member in its places. */
    void add(CoverageMember member) {
        order.put(key(member, By.OBSERVED, member.getFirstObservedAt()), PRESENT);
        if (member.getClaimedAt() != null) {
            order.put(key(member, By.CLAIMED, member.getClaimedAt()), PRESENT);
        }
    }

    /** Takes a member from its places. */
    void remove(CoverageMember member) {
        order.put(key(member, By.OBSERVED, member.getFirstObservedAt()), null);
        if (member.getClaimedAt() != null) {
            order.put(key(member, By.CLAIMED, member.getClaimedAt()), null);
        }
    }

    /** The member of a topic that was observed first. */
    Place firstObserved(String topic) {
        Place first = first(topic, By.OBSERVED);
        if (first == null) {
            throw new IllegalStateException("topic " + topic + " has articles, but none is in order");
        }
        return first;
    }

    /** The member with the earliest claimed time; null when none has one. */
    @Nullable Place firstClaimed(String topic) {
        return first(topic, By.CLAIMED);
    }

    /** When the newest member was first observed. */
    Instant lastObserved(String topic) {
        String prefix = prefix(topic, By.OBSERVED);
        String end = prefix.substring(0, prefix.length() - 1) + AFTER_SEPARATOR;
        try (KeyValueIterator<String, byte[]> newest = order.reverseRange(prefix, end)) {
            return place(newest.next().key).at();
        }
    }

    private @Nullable Place first(String topic, By by) {
        try (KeyValueIterator<String, byte[]> eldest =
                order.prefixScan(prefix(topic, by), new StringSerializer())) {
            return eldest.hasNext() ? place(eldest.next().key) : null;
        }
    }

    private static String prefix(String topic, By by) {
        return Keys.of(topic, by.name(), "");
    }

    private static String key(CoverageMember member, By by, Instant at) {
        return prefix(member.getTopic(), by) + Keys.of(sortable(at), member.getArticleId());
    }

    private static Place place(String key) {
        List<String> parts = Keys.split(key, 4);
        return new Place(
                Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(parts.get(2)) ^ Long.MIN_VALUE), parts.get(3));
    }

    /** Sixteen hexadecimal digits that sort as the times do, those before 1970 included. */
    private static String sortable(Instant at) {
        return HexFormat.of().toHexDigits(at.toEpochMilli() ^ Long.MIN_VALUE);
    }
}
