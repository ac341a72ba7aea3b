/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageHours;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.internal.EmittedTopic;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;

/**
 * Second half of coverage: when the cache in front of it is flushed, makes the rows of a touched topic from what the
 * first half keeps. So a topic that every other article names is made up once per commit and not once per article.
 */
final class TopicProcessor extends ContextualProcessor<String, Long, String, StepOutput> {
    private static final EmittedTopic NOTHING = new EmittedTopic(null, null, Instant.EPOCH);

    private final Topics topics;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<CoverageMember>> members;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, EmittedTopic> emitted;

    @SuppressWarnings("NullAway.Init")
    private CoverageBook book;

    TopicProcessor(Topics topics) {
        this.topics = topics;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        members = context.getStateStore(CoverageTopology.MEMBERS);
        emitted = context.getStateStore(CoverageTopology.EMITTED);
        book = context.getStateStore(CoverageTopology.BOOK);
    }

    @Override
    public void process(Record<String, Long> record) {
        String topic = record.key();
        String id = TopicIds.id(topic);
        TopicTallies tallies = book.tallies(topic, members);
        EmittedTopic before = Objects.requireNonNullElse(emitted.get(topic), NOTHING);
        Instant knownAt = later(before.getKnownAt(), tallies.touchedAt());

        TableRow<Coverage> coverage = null;
        TableRow<Entity> entity = null;
        if (tallies.articles() > 0) {
            Ends ends = CoverageBook.ends(topic, tallies, members);
            coverage = CoverageRow.of(topics.coverage, topic, tallies, ends, title(topic, ends), knownAt);
            if (TopicIds.kind(topic) == TopicKind.ENTITY) {
                entity = TableRow.of(topics.entities, id, EntityRow.of(id, tallies, ends.firstObserved()), knownAt);
            }
        }
        EmittedTopic after = new EmittedTopic(hash(coverage), hash(entity), knownAt);
        List<TableRow<?>> rows = new ArrayList<>();
        if (!Objects.equals(before.getCoverage(), after.getCoverage())) {
            rows.add(coverage == null ? TableRow.removal(topics.coverage, topic, knownAt) : coverage);
        }
        if (!Objects.equals(before.getEntity(), after.getEntity())) {
            rows.add(entity == null ? TableRow.removal(topics.entities, id, knownAt) : entity);
        }
        for (Instant day : tallies.changedDays()) {
            rows.add(day(topic, tallies, day, knownAt));
        }
        tallies.flushed();
        if (!rows.isEmpty()) {
            emitted.put(topic, after);
        }
        for (TableRow<?> row : rows) {
            context().forward(new Record<>(topic, row, row.timestamp(), new RecordHeaders()));
        }
    }

    private static @Nullable Long hash(@Nullable TableRow<?> row) {
        return row == null ? null : row.hash();
    }

    /** The title that a story is called by. */
    private @Nullable String title(String topic, Ends ends) {
        if (TopicIds.kind(topic) != TopicKind.STORY) {
            return null;
        }
        String articleId = ends.firstObserved().articleId();
        return Objects.requireNonNull(members.get(Keys.of(topic, articleId)), "what comes first is a member")
                .value()
                .getTitle();
    }

    private TableRow<CoverageHours> day(String topic, TopicTallies tallies, Instant day, Instant knownAt) {
        LocalDate date = LocalDate.ofInstant(day, ZoneOffset.UTC);
        String key = Keys.of(topic, date.toString());
        List<HourCount> hours =
                tallies.hours().subMap(day, true, day.plus(1, ChronoUnit.DAYS), false).entrySet().stream()
                        .map(hour -> new HourCount(hour.getKey(), hour.getValue()))
                        .toList();
        return hours.isEmpty()
                ? TableRow.removal(topics.coverageHours, key, knownAt)
                : TableRow.of(topics.coverageHours, key, new CoverageHours(topic, date, hours), knownAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
