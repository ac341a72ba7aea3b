/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.serde.BadRecordException;

/** The corrections of erased articles, and those of others that name them. */
final class ErasedCorrections implements AutoCloseable {
    private final Topic<Correction> topic;
    private final ErasedArticles erased;
    private final Serde<Correction> serde;

    ErasedCorrections(Topic<Correction> topic, ErasedArticles erased, Map<String, ?> settings) {
        this.topic = topic;
        this.erased = erased;
        this.serde = topic.serde(settings);
    }

    /**
     * What takes back all that was said of other articles together with erased ones: their states name these too.
     *
     * @param at when, by the clock
     */
    List<Correction> retractions(PartitionReader reader, Instant at) {
        List<Correction> retractions = new ArrayList<>();
        reader.read(topic.name(), record -> {
            Correction said = correction(record);
            if (said != null && names(said) && !erased.ids().contains(said.getArticleId())) {
                retractions.add(Corrections.named(Correction.newBuilder()
                        .setKind(CorrectionKind.RETRACTION)
                        .setArticleId(said.getArticleId())
                        .setRetracts(said.getId())
                        .setBy("")
                        .setWhy("")
                        .setObservedAt(said.getObservedAt().isAfter(at) ? said.getObservedAt() : at)));
            }
        });
        return retractions;
    }

    /** A record as it may stay in the log; null when it may not. What says why may tell what only an erased article says. */
    @Nullable ConsumerRecord<byte[], byte @Nullable []> kept(ConsumerRecord<byte[], byte @Nullable []> record) {
        if (erased.ids().contains(PartitionReader.key(record))) {
            return null;
        }
        Correction said = correction(record);
        if (said == null) {
            byte[] value = record.value();
            return value != null && erased.within(ByteBuffer.wrap(value)) ? null : record;
        }
        if (names(said)) {
            return null;
        }
        if (!erased.in(said.getWhy())) {
            return record;
        }
        byte[] value = serde.serializer()
                .serialize(topic.name(), Correction.newBuilder(said).setWhy("").build());
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                value.length,
                record.key(),
                value,
                record.headers(),
                record.leaderEpoch());
    }

    private boolean names(Correction said) {
        String other = said.getOtherArticleId();
        return other != null && erased.ids().contains(other);
    }

    private @Nullable Correction correction(ConsumerRecord<byte[], byte @Nullable []> record) {
        try {
            return record.value() == null ? null : serde.deserializer().deserialize(topic.name(), record.value());
        } catch (BadRecordException e) {
            // Analysis has sent it to the dead letters.
            return null;
        }
    }

    @Override
    public void close() {
        serde.close();
    }
}
