package io.vestnik.streams.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.CoverageHours;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.internal.EmittedRow;
import io.vestnik.streams.table.RowHash;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;

/**
 * Second half of coverage: when the cache in front of it is flushed, makes the rows of a touched topic from what the
 * first half keeps. So a topic that every other article names is made up once per commit and not once per article.
 */
final class TopicProcessor extends ContextualProcessor<String, Long, String, StepOutput> {
    private final Topics topics;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, CoverageMember> members;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, EmittedRow> emitted;

    @SuppressWarnings("NullAway.Init")
    private MemberOrder order;

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
        order = new MemberOrder(context.getStateStore(CoverageTopology.ORDER));
        book = context.getStateStore(CoverageTopology.BOOK);
    }

    @Override
    public void process(Record<String, Long> record) {
        String topic = record.key();
        TopicTallies tallies = book.tallies(topic, members);
        Instant knownAt = tallies.touchedAt();
        List<TableRow<?>> rows = new ArrayList<>();
        boolean entity = TopicIds.kind(topic) == TopicKind.ENTITY;
        String id = TopicIds.id(topic);
        if (tallies.articles() == 0) {
            addRemoval(rows, topics.coverage, topic, knownAt);
            if (entity) {
                addRemoval(rows, topics.entities, id, knownAt);
            }
        } else {
            MemberOrder.Place first = order.firstObserved(topic);
            CoverageMember firstMember = Objects.requireNonNull(
                    members.get(Keys.of(topic, first.articleId())), "a member that is in order is kept");
            add(
                    rows,
                    topics.coverage,
                    topic,
                    CoverageRow.of(
                            topic, tallies, firstMember, order.firstClaimed(topic), order.lastObserved(topic)),
                    knownAt);
            if (entity) {
                add(rows, topics.entities, id, EntityRow.of(id, tallies, first), knownAt);
            }
        }
        for (Instant day : tallies.touchedDays()) {
            addDay(rows, topic, tallies, day, knownAt);
        }
        tallies.flushed();
        for (TableRow<?> row : rows) {
            context().forward(new Record<>(topic, row, row.timestamp(), new RecordHeaders()));
        }
    }

    private void addDay(
            List<TableRow<?>> rows, String topic, TopicTallies tallies, Instant day, Instant knownAt) {
        LocalDate date = LocalDate.ofInstant(day, ZoneOffset.UTC);
        String key = Keys.of(topic, date.toString());
        List<HourCount> hours =
                tallies.hours().subMap(day, true, day.plus(1, ChronoUnit.DAYS), false).entrySet().stream()
                        .map(hour -> new HourCount(hour.getKey(), hour.getValue()))
                        .toList();
        if (hours.isEmpty()) {
            addRemoval(rows, topics.coverageHours, key, knownAt);
        } else {
            add(rows, topics.coverageHours, key, new CoverageHours(topic, date, hours), knownAt);
        }
    }

    private <V extends SpecificRecord> void add(
            List<TableRow<?>> rows, Topic<V> table, String key, V value, Instant touchedAt) {
        byte[] body = CanonicalAvro.body(value);
        long hash = RowHash.of(body);
        String place = Keys.of(table.baseName(), key);
        @Nullable EmittedRow before = emitted.get(place);
        if (before != null && Objects.equals(before.getRow(), hash)) {
            return;
        }
        Instant knownAt = later(before, touchedAt);
        rows.add(TableRow.of(table, key, value, body, knownAt));
        emitted.put(place, new EmittedRow(hash, knownAt));
    }

    private void addRemoval(List<TableRow<?>> rows, Topic<?> table, String key, Instant touchedAt) {
        String place = Keys.of(table.baseName(), key);
        @Nullable EmittedRow before = emitted.get(place);
        if (before == null || before.getRow() == null) {
            return;
        }
        Instant knownAt = later(before, touchedAt);
        rows.add(TableRow.removal(table, key, knownAt));
        emitted.put(place, new EmittedRow(null, knownAt));
    }

    private static Instant later(@Nullable EmittedRow before, Instant touchedAt) {
        return before != null && before.getKnownAt().isAfter(touchedAt) ? before.getKnownAt() : touchedAt;
    }
}
