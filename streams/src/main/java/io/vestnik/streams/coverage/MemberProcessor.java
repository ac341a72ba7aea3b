/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.nio.ByteBuffer;
import java.util.Objects;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;

/**
 * First half of coverage: keeps one record per topic and article, counts, and writes the member's row at once. The rows
 * of the topic itself are left to the second half; all that goes there is the message that the topic was touched.
 */
final class MemberProcessor extends ContextualFixedKeyProcessor<String, ContributionChange, StepOutput> {
    private final Topics topics;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<CoverageMember>> members;

    @SuppressWarnings("NullAway.Init")
    private CoverageBook book;

    MemberProcessor(Topics topics) {
        this.topics = topics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, StepOutput> context) {
        super.init(context);
        members = context.getStateStore(CoverageTopology.MEMBERS);
        book = context.getStateStore(CoverageTopology.BOOK);
        book.startAnew();
    }

    @Override
    public void process(FixedKeyRecord<String, ContributionChange> record) {
        ContributionChange change = record.value();
        String key = Keys.of(record.key(), change.getArticleId());
        Encoded<CoverageMember> held = members.get(key);
        ByteBuffer body = change.getMember();
        Encoded<CoverageMember> kept =
                body == null ? null : new Encoded<>(CanonicalAvro.record(CoverageMember.class, body), body);
        @Nullable CoverageMember before = held == null ? null : held.value();
        @Nullable CoverageMember after = kept == null ? null : kept.value();
        // Counted from the store if need be, so before the store changes.
        TopicTallies tallies = book.tallies(record.key(), members);
        FixedKeyRecord<String, ContributionChange> bare = record.withHeaders(new RecordHeaders());
        if (Objects.equals(before, after)) {
            // A task that was revived may hear again of what it has kept, and whose topic it has not yet written.
            tallies.again(after, change.getKnownAt());
            touch(bare, tallies);
            return;
        }
        int weight = tallies.weight();
        tallies.change(before, after, change.getKnownAt());
        members.put(key, kept);
        book.reweigh(tallies.weight() - weight);

        TableRow<CoverageMember> row = kept == null
                ? TableRow.removal(topics.coverageMembers, key, change.getKnownAt())
                : TableRow.of(topics.coverageMembers, key, kept, change.getKnownAt());
        context().forward(bare.withValue(row).withTimestamp(row.timestamp()));
        touch(bare, tallies);
    }

    private void touch(FixedKeyRecord<String, ContributionChange> bare, TopicTallies tallies) {
        long touchedAt = tallies.touchedAt().toEpochMilli();
        context().forward(bare.withValue(new Message<>(touchedAt)).withTimestamp(touchedAt));
    }
}
