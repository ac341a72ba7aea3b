package io.vestnik.streams.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.SpeakerCount;

/** The heads of the lists of a row, in the orders that the schemas give. */
final class Top {
    private static final Comparator<OutletCount> OUTLETS =
            Comparator.comparing(OutletCount::getArticles).reversed().thenComparing(OutletCount::getOutlet);
    private static final Comparator<SpeakerCount> SPEAKERS = Comparator.comparing(SpeakerCount::getQuotes)
            .reversed()
            .thenComparing(SpeakerCount::getSpeaker)
            .thenComparing(SpeakerCount::getEntityId, Comparator.nullsFirst(Comparator.<String>naturalOrder()));
    private static final Comparator<EntityCount> ENTITIES = Comparator.comparing(EntityCount::getArticles)
            .reversed()
            .thenComparing(Comparator.comparing(EntityCount::getMentions).reversed())
            .thenComparing(EntityCount::getEntityId);

    private Top() {}

    /** Most active outlets: most articles first, then by name. */
    static List<OutletCount> outlets(TopicTallies tallies, int limit) {
        return of(
                tallies.outlets().entrySet(),
                outlet -> new OutletCount(Names.clip(outlet.getKey()), outlet.getValue()),
                OUTLETS,
                limit);
    }

    /** Most quoted speakers: most quotes first, then by name. */
    static List<SpeakerCount> speakers(TopicTallies tallies, int limit) {
        return of(
                tallies.speakers().values(),
                tally -> new SpeakerCount(
                        Names.clip(tally.speaker), tally.entityId, tally.quotes, tally.articles),
                SPEAKERS,
                limit);
    }

    /** Most named entities but one: most articles first, then most mentions, then by id. */
    static List<EntityCount> entities(TopicTallies tallies, String except, int limit) {
        return of(
                tallies.entities().values().stream()
                        .filter(tally -> !tally.entityId.equals(except))
                        .toList(),
                tally -> new EntityCount(
                        tally.entityId, Names.clip(tally.name()), tally.type, tally.articles, tally.mentions),
                ENTITIES,
                limit);
    }

    /** The first items in an order, at the cost of one pass: hot topics have tens of thousands. */
    private static <F, T> List<T> of(
            Collection<F> items, Function<F, T> mapping, Comparator<T> order, int limit) {
        PriorityQueue<T> head = new PriorityQueue<>(order.reversed());
        for (F item : items) {
            head.add(mapping.apply(item));
            if (head.size() > limit) {
                head.remove();
            }
        }
        List<T> sorted = new ArrayList<>(head);
        sorted.sort(order);
        return sorted;
    }
}
