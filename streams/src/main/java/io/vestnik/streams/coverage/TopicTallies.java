/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.EntityMentions;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.SpeakerQuotes;

/**
 * What the members of one topic add up to. Whole numbers only, so that taking a member out gives exactly what was there
 * before it came; what cannot be subtracted (firsts, the name) is not here but in an ordered store.
 *
 * <p>A pure function of the members: it may be dropped at any time and counted again.
 */
final class TopicTallies {
    /** Quotes and articles of a speaker. */
    static final class SpeakerTally {
        final String speaker;
        final @Nullable String entityId;
        int quotes;
        int articles;

        SpeakerTally(String speaker, @Nullable String entityId) {
            this.speaker = speaker;
            this.entityId = entityId;
        }
    }

    /** Articles, mentions, names and written forms of an entity. */
    static final class EntityTally {
        final String entityId;
        final EntityType type;
        final TreeMap<String, Integer> names = new TreeMap<>();
        final TreeMap<String, Integer> variants = new TreeMap<>();
        int articles;
        int mentions;

        EntityTally(String entityId, EntityType type) {
            this.entityId = entityId;
            this.type = type;
        }

        /** All members agree on the name, or the smallest counts. */
        String name() {
            return names.firstKey();
        }
    }

    private final String self;
    private final TreeMap<String, Integer> outlets = new TreeMap<>();
    private final TreeMap<String, SpeakerTally> speakers = new TreeMap<>();
    private final TreeMap<String, EntityTally> entities = new TreeMap<>();
    private final TreeMap<Instant, Integer> hours = new TreeMap<>();
    private int articles;
    private int copies;
    private int quotes;

    // What is to be written; not part of the count.
    private final TreeSet<Instant> touchedDays = new TreeSet<>();
    private Instant touchedAt = Instant.EPOCH;
    private boolean touched;

    /**
     * Nothing counted yet.
     *
     * @param self id of the entity that the topic is about, whose written forms are counted; empty for other topics
     */
    TopicTallies(String self) {
        this.self = self;
    }

    /** Counts a member (sign 1), or takes it out again (sign -1). */
    void count(CoverageMember member, int sign) {
        articles += sign;
        copies += member.getCopyOf() == null ? 0 : sign;
        quotes += sign * member.getQuotes();
        if (member.getOutlet() != null) {
            add(outlets, member.getOutlet(), sign);
        }
        add(hours, hour(member), sign);
        for (SpeakerQuotes speaker : member.getSpeakers()) {
            count(speaker, sign);
        }
        for (EntityMentions entity : member.getEntities()) {
            count(entity, sign);
        }
    }

    private void count(SpeakerQuotes of, int sign) {
        String key = of.getSpeaker() + '\n' + (of.getEntityId() == null ? "" : of.getEntityId());
        SpeakerTally tally = speakers.computeIfAbsent(key, k -> new SpeakerTally(of.getSpeaker(), of.getEntityId()));
        tally.quotes += sign * of.getQuotes();
        tally.articles += sign;
        if (tally.articles == 0) {
            speakers.remove(key);
        }
    }

    private void count(EntityMentions of, int sign) {
        EntityTally tally = entities.computeIfAbsent(of.getEntityId(), id -> new EntityTally(id, of.getType()));
        tally.articles += sign;
        tally.mentions += sign * of.getMentions();
        add(tally.names, of.getName(), sign);
        if (self.equals(of.getEntityId())) {
            of.getVariants().forEach(variant -> add(tally.variants, variant, sign));
        }
        if (tally.articles == 0) {
            entities.remove(of.getEntityId());
        }
    }

    private static <K> void add(NavigableMap<K, Integer> counts, K key, int difference) {
        counts.merge(key, difference, (held, more) -> held + more == 0 ? null : held + more);
    }

    /** Notes that a member changed, so that the rows it bears on are written at the next flush. */
    void touch(CoverageMember member, Instant knownAt) {
        touchedDays.add(hour(member).truncatedTo(ChronoUnit.DAYS));
        touchedAt = knownAt.isAfter(touchedAt) ? knownAt : touchedAt;
        touched = true;
    }

    /** Greatest knownAt of the changes since the last flush. */
    Instant touchedAt() {
        return touchedAt;
    }

    /** Days with changed hours since the last flush, ascending. */
    Iterable<Instant> touchedDays() {
        return touchedDays;
    }

    /** Whether there are changes since the last flush. */
    boolean touched() {
        return touched;
    }

    /** Notes that everything was written. */
    void flushed() {
        touchedDays.clear();
        touched = false;
    }

    int articles() {
        return articles;
    }

    int copies() {
        return copies;
    }

    int quotes() {
        return quotes;
    }

    Map<String, Integer> outlets() {
        return outlets;
    }

    Map<String, SpeakerTally> speakers() {
        return speakers;
    }

    Map<String, EntityTally> entities() {
        return entities;
    }

    /** Articles by start of the hour, ascending. */
    NavigableMap<Instant, Integer> hours() {
        return hours;
    }

    /** How many counters it holds: a measure of the memory it takes. */
    int weight() {
        return 8 + outlets.size() + speakers.size() + 2 * entities.size() + hours.size();
    }

    static Instant hour(CoverageMember member) {
        return member.getFirstObservedAt().truncatedTo(ChronoUnit.HOURS);
    }
}
