/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.streams.table.OversizedRowException;
import io.vestnik.streams.table.TableRow;

/** The row of a topic: at most 64 KiB, as every reader of a topic gets it with every change. */
final class CoverageRow {
    /** Greatest size of a row in bytes, as Avro body. */
    static final int MAX_BYTES = 64 * 1024;

    static final int MAX_OUTLETS = 50;
    static final int MAX_SPEAKERS = 20;
    static final int MAX_ENTITIES = 20;
    static final Duration HOURS_SHOWN = Duration.ofDays(7);

    private CoverageRow() {}

    /**
     * The row of a topic with at least one article. Lists of very long names are cut short, by halves, until the row
     * has its size.
     *
     * @param firstTitle title of the member that was observed first; null when it has none or nobody asks for it
     * @throws OversizedRowException when even a row without lists is too large
     */
    static TableRow<Coverage> of(
            Topic<Coverage> table,
            String topic,
            TopicTallies tallies,
            Ends ends,
            @Nullable String firstTitle,
            Instant knownAt) {
        int outlets = MAX_OUTLETS;
        int others = MAX_SPEAKERS;
        while (true) {
            Coverage row = of(topic, tallies, ends, firstTitle, outlets, others);
            byte[] body = CanonicalAvro.body(row);
            if (body.length <= MAX_BYTES) {
                return TableRow.of(table, topic, row, body, knownAt);
            }
            if (outlets == 0 && others == 0) {
                throw new OversizedRowException("coverage", topic, body.length, MAX_BYTES);
            }
            outlets /= 2;
            others /= 2;
        }
    }

    private static Coverage of(
            String topic, TopicTallies tallies, Ends ends, @Nullable String firstTitle, int outlets, int others) {
        Ends.Place first = ends.firstObserved();
        Ends.Place firstClaimed = ends.firstClaimed();
        return Coverage.newBuilder()
                .setTopic(topic)
                .setKind(TopicIds.kind(topic))
                .setName(Names.clip(name(topic, tallies, firstTitle)))
                .setArticles(tallies.articles())
                .setOriginals(tallies.articles() - tallies.copies())
                .setCopies(tallies.copies())
                .setQuotes(tallies.quotes())
                .setOutletCount(tallies.outlets().size())
                .setOutlets(Top.outlets(tallies, outlets))
                .setSpeakers(Top.speakers(tallies, others))
                .setEntities(Top.entities(tallies, "", others))
                .setFirstObservedAt(first.at())
                .setFirstObservedIn(first.articleId())
                .setFirstClaimedAt(firstClaimed == null ? null : firstClaimed.at())
                .setFirstClaimedIn(firstClaimed == null ? null : firstClaimed.articleId())
                .setLastObservedAt(ends.lastObserved())
                .setHours(hours(tallies, ends.lastObserved()))
                .build();
    }

    /** A story is called by the title of its first article, an entity by its name, anything else by its id. */
    private static String name(String topic, TopicTallies tallies, @Nullable String firstTitle) {
        String id = TopicIds.id(topic);
        TopicKind kind = TopicIds.kind(topic);
        if (kind == TopicKind.STORY && firstTitle != null) {
            return firstTitle;
        }
        TopicTallies.EntityTally self =
                kind == TopicKind.ENTITY ? tallies.entities().get(id) : null;
        return self == null ? id : self.name();
    }

    private static List<HourCount> hours(TopicTallies tallies, Instant lastObserved) {
        Instant end = lastObserved.truncatedTo(ChronoUnit.HOURS);
        return tallies.hours().subMap(end.minus(HOURS_SHOWN), false, end, true).entrySet().stream()
                .map(hour -> new HourCount(hour.getKey(), hour.getValue()))
                .toList();
    }
}
