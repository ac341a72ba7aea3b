/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;

/**
 * The stream's time of an article event or a correction: its observedAt, whoever wrote the record. One that will be
 * refused for its time does not move the stream's time.
 */
final class ObservedAtExtractor implements TimestampExtractor {
    private final ArticleCheck check;

    ObservedAtExtractor(ArticleCheck check) {
        this.check = check;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        Instant observedAt = observedAt(record.value());
        return observedAt != null && check.isTimely(observedAt)
                ? observedAt.toEpochMilli()
                : Math.max(0, partitionTime);
    }

    private static @Nullable Instant observedAt(@Nullable Object value) {
        if (value instanceof ArticleEvent event) {
            return event.getObservedAt();
        }
        return value instanceof Correction correction ? correction.getObservedAt() : null;
    }
}
