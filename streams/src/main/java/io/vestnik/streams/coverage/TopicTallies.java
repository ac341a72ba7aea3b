/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.EntityMentions;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.SpeakerQuotes;

/**
 * What the members of one topic add up to. Whole numbers, so that taking a member out gives exactly what was there before
 * it came; what cannot be subtracted are the {@link Ends}.
 *
 * <p>A pure function of the members: it may be dropped at any time and counted again.
 */
final class TopicTallies {
    /** Articles of an outlet. */
    static final class OutletTally {
        static final Comparator<OutletTally> ORDER =
                Comparator.<OutletTally>comparingInt(tally -> -tally.articles).thenComparing(tally -> tally.outlet);

        final String outlet;
        int articles;

        OutletTally(String outlet) {
            this.outlet = outlet;
        }
    }

    /** Quotes and articles of a speaker. */
    static final class SpeakerTally {
        static final Comparator<SpeakerTally> ORDER = Comparator.<SpeakerTally>comparingInt(tally -> -tally.quotes)
                .thenComparing(tally -> tally.speaker)
                .thenComparing(tally -> tally.entityId, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

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
        static final Comparator<EntityTally> ORDER = Comparator.<EntityTally>comparingInt(tally -> -tally.articles)
                .thenComparingInt(tally -> -tally.mentions)
                .thenComparing(tally -> tally.entityId);

        final String entityId;
        final EntityType type;
        final Spellings names = new Spellings();
        final Spellings variants = new Spellings();
        int articles;
        int mentions;

        EntityTally(String entityId, EntityType type) {
            this.entityId = entityId;
            this.type = type;
        }

        /** All members agree on the name, or the smallest counts. */
        String name() {
            return names.first();
        }
    }

    /** Articles of an hour of which nobody knows what was last written: differs from any number of articles. */
    private static final int UNKNOWN = -1;

    private final String self;
    private final Ranking<OutletTally> outlets =
            new Ranking<>(OutletTally.ORDER, tally -> tally.articles == 0, CoverageRow.MAX_OUTLETS);
    private final Ranking<SpeakerTally> speakers =
            new Ranking<>(SpeakerTally.ORDER, tally -> tally.articles == 0, CoverageRow.MAX_SPEAKERS);
    // One more than is shown: an entity is no companion of itself.
    private final Ranking<EntityTally> entities =
            new Ranking<>(EntityTally.ORDER, tally -> tally.articles == 0, CoverageRow.MAX_ENTITIES + 1);
    private final TreeMap<Instant, Integer> hours = new TreeMap<>();
    private int articles;
    private int copies;
    private int quotes;
    private int ownQuotes;
    private Ends ends = new Ends();

    // What is to be written; not part of the count.
    private final TreeMap<Instant, Integer> touchedHours = new TreeMap<>();
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

    /** Counts a member that was counted before this was dropped. */
    void count(CoverageMember member) {
        count(member, 1);
    }

    /** Counts a change of a member, which is to be written at the next flush. */
    void change(@Nullable CoverageMember before, @Nullable CoverageMember after, Instant knownAt) {
        touched = true;
        touchedAt = knownAt.isAfter(touchedAt) ? knownAt : touchedAt;
        if (before != null) {
            touch(hour(before));
        }
        if (after != null) {
            touch(hour(after));
        }
        if (before != null) {
            count(before, -1);
        }
        if (after != null) {
            count(after, 1);
        }
    }

    /**
     * A change that is counted already, and may not be written: the days that it may have changed are written again.
     *
     * @param after the member as it stands; null when it is gone, and nobody knows any more in which hour it was
     */
    void again(@Nullable CoverageMember after, Instant knownAt) {
        touched = true;
        touchedAt = knownAt.isAfter(touchedAt) ? knownAt : touchedAt;
        if (after != null) {
            touchedHours.put(hour(after), UNKNOWN);
        } else {
            hours.keySet().forEach(hour -> touchedHours.put(hour, UNKNOWN));
        }
    }

    private void touch(Instant hour) {
        touchedHours.putIfAbsent(hour, hours.getOrDefault(hour, 0));
    }

    private void count(CoverageMember member, int sign) {
        articles += sign;
        copies += member.getCopyOf() == null ? 0 : sign;
        quotes += sign * member.getQuotes();
        if (member.getOutlet() != null) {
            outlets.update(member.getOutlet(), OutletTally::new, tally -> tally.articles += sign);
        }
        add(hours, hour(member), sign);
        if (sign > 0) {
            ends.add(member);
        } else {
            ends.remove(member);
        }
        for (SpeakerQuotes speaker : member.getSpeakers()) {
            count(speaker, sign);
        }
        for (EntityMentions entity : member.getEntities()) {
            count(entity, sign);
        }
    }

    private void count(SpeakerQuotes of, int sign) {
        String entityId = of.getEntityId();
        String key = of.getSpeaker() + '\n' + (entityId == null ? "" : entityId);
        speakers.update(key, made -> new SpeakerTally(of.getSpeaker(), entityId), tally -> {
            tally.quotes += sign * of.getQuotes();
            tally.articles += sign;
        });
        if (self.equals(entityId)) {
            ownQuotes += sign * of.getQuotes();
        }
    }

    private void count(EntityMentions of, int sign) {
        entities.update(of.getEntityId(), id -> new EntityTally(id, of.getType()), tally -> {
            tally.articles += sign;
            tally.mentions += sign * of.getMentions();
            tally.names.add(of.getName(), sign);
            if (self.equals(of.getEntityId())) {
                of.getVariants().forEach(variant -> tally.variants.add(variant, sign));
            }
        });
    }

    private static <K> void add(NavigableMap<K, Integer> counts, K key, int difference) {
        counts.merge(key, difference, (held, more) -> held + more == 0 ? null : held + more);
    }

    /** Greatest knownAt of the changes since the last flush. */
    Instant touchedAt() {
        return touchedAt;
    }

    /** Days of which an hour has another number of articles than at the last flush. */
    SortedSet<Instant> changedDays() {
        TreeSet<Instant> days = new TreeSet<>();
        touchedHours.forEach((hour, before) -> {
            if (!before.equals(hours.getOrDefault(hour, 0))) {
                days.add(hour.truncatedTo(ChronoUnit.DAYS));
            }
        });
        return days;
    }

    /** Whether there are changes since the last flush. */
    boolean touched() {
        return touched;
    }

    /** Notes that everything was written. */
    void flushed() {
        touchedHours.clear();
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

    /** Quotes of the entity that the topic is about. */
    int ownQuotes() {
        return ownQuotes;
    }

    /** Outlets, those with most articles first, then by name. */
    Ranking<OutletTally> outlets() {
        return outlets;
    }

    /** Speakers, those with most quotes first, then by name. */
    Ranking<SpeakerTally> speakers() {
        return speakers;
    }

    /** Entities by id, those in most articles first, then with most mentions, then by id. */
    Ranking<EntityTally> entities() {
        return entities;
    }

    /** Which members come first and last. */
    Ends ends() {
        return ends;
    }

    /** Goes on with ends to which all members were added. */
    void setEnds(Ends found) {
        ends = found;
    }

    /** Articles by start of the hour, ascending. */
    NavigableMap<Instant, Integer> hours() {
        return hours;
    }

    /** How many counters it holds: a measure of the memory it takes. */
    int weight() {
        return 8
                + 3 * Math.min(Ends.AT_HAND, articles)
                + outlets.size()
                + speakers.size()
                + 2 * entities.size()
                + hours.size();
    }

    private static Instant hour(CoverageMember member) {
        return member.getFirstObservedAt().truncatedTo(ChronoUnit.HOURS);
    }
}
