/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.EntityMentions;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.SpeakerQuotes;
import io.vestnik.streams.mapping.Sharing;

/**
 * What an article adds to its topics: a pure function of its analysis and its placement. An article that names hundreds
 * of things would add a row of hundreds to each of hundreds of topics, so what it adds is capped by its own figures.
 */
final class Contributions {
    /** Entities of one article that count, most mentions first, equal counts by id. */
    static final int MAX_ENTITIES = 100;
    /** Speakers of one article that count, most quotes first, equal counts by name. */
    static final int MAX_SPEAKERS = 100;
    /** Written forms of one entity in one article that count, in their order as strings. */
    static final int MAX_VARIANTS = 20;

    private Contributions() {}

    /** What an analysis says of the contribution: all but the topic, and what the placement says. */
    static CoverageMember of(Analysis analysis) {
        Outlet outlet = analysis.getOutlet();
        ClaimedTime claimed = analysis.getClaimedAt();
        return CoverageMember.newBuilder()
                .setTopic("")
                .setArticleId(analysis.getArticleId())
                .setTitle(analysis.getTitle())
                .setUrl(analysis.getUrl())
                .setOutlet(outlet == null ? null : outlet.getName())
                .setStory("")
                .setFirstObservedAt(analysis.getFirstObservedAt())
                .setClaimedAt(claimed == null ? null : claimed.getAt())
                .setQuotes((int) analysis.getQuotes().stream()
                        .filter(Contributions::counts)
                        .count())
                .setSpeakers(speakers(analysis))
                .setEntities(entities(analysis))
                .build();
    }

    /** The contribution of a placed article, its topic left empty. */
    static CoverageMember placed(CoverageMember read, Placement placement) {
        return Sharing.of(read)
                .setCopyOf(placement.getCopyOf())
                .setStory(placement.getStory())
                .build();
    }

    /** The topics that a contribution goes to. */
    static SortedSet<String> topics(CoverageMember contribution, @Nullable String theme, List<String> watches) {
        SortedSet<String> topics = new TreeSet<>();
        topics.add(TopicIds.story(contribution.getStory()));
        contribution.getEntities().forEach(entity -> topics.add(TopicIds.entity(entity.getEntityId())));
        if (contribution.getOutlet() != null) {
            topics.add(TopicIds.outlet(contribution.getOutlet()));
        }
        if (theme != null) {
            topics.add(TopicIds.theme(theme));
        }
        watches.forEach(watch -> topics.add(TopicIds.watch(watch)));
        return topics;
    }

    private static boolean counts(Quote quote) {
        return quote.getKind() != QuoteKind.INDIRECT;
    }

    private static List<SpeakerQuotes> speakers(Analysis analysis) {
        Comparator<SpeakerQuotes> byName = Comparator.comparing(SpeakerQuotes::getSpeaker)
                .thenComparing(SpeakerQuotes::getEntityId, Comparator.nullsFirst(Comparator.<String>naturalOrder()));
        Map<SpeakerQuotes, Integer> counts = new TreeMap<>(byName);
        for (Quote quote : analysis.getQuotes()) {
            String speaker = quote.getSpeaker();
            if (counts(quote) && speaker != null) {
                counts.merge(new SpeakerQuotes(speaker, quote.getSpeakerEntity(), 0), 1, Integer::sum);
            }
        }
        List<SpeakerQuotes> speakers = new ArrayList<>();
        counts.forEach((who, quotes) -> speakers.add(new SpeakerQuotes(who.getSpeaker(), who.getEntityId(), quotes)));
        return capped(speakers, MAX_SPEAKERS, SpeakerQuotes::getQuotes, byName);
    }

    private static List<EntityMentions> entities(Analysis analysis) {
        Map<String, List<Mention>> byId = new TreeMap<>();
        for (Mention mention : analysis.getMentions()) {
            if (!mention.getGeneric()) {
                byId.computeIfAbsent(mention.getEntityId(), id -> new ArrayList<>())
                        .add(mention);
            }
        }
        List<EntityMentions> entities = new ArrayList<>();
        byId.forEach((id, mentions) -> entities.add(new EntityMentions(
                id,
                // One article gives an entity one name; were it two, the choice must not depend on their order.
                mentions.stream()
                        .map(Mention::getName)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                mentions.get(0).getType(),
                mentions.size(),
                mentions.stream()
                        .map(Mention::getText)
                        .distinct()
                        .sorted()
                        .limit(MAX_VARIANTS)
                        .toList())));
        return capped(
                entities, MAX_ENTITIES, EntityMentions::getMentions, Comparator.comparing(EntityMentions::getEntityId));
    }

    /** The items with the greatest figures, in the given order. */
    private static <T> List<T> capped(List<T> items, int cap, Function<T, Integer> figure, Comparator<T> order) {
        if (items.size() <= cap) {
            return items;
        }
        return items.stream()
                .sorted(Comparator.comparing(figure).reversed().thenComparing(order))
                .limit(cap)
                .sorted(order)
                .toList();
    }
}
