package io.vestnik.streams.analysis;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

import io.vestnik.schemas.avro.ArticleEvent;

/**
 * The stream's time of an article event: its observedAt, whoever wrote the record. An event that will be refused for its
 * time does not move the stream's time.
 */
final class ObservedAtExtractor implements TimestampExtractor {
    private final ArticleCheck check;

    ObservedAtExtractor(ArticleCheck check) {
        this.check = check;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.value() instanceof ArticleEvent event && check.isTimely(event.getObservedAt())) {
            return event.getObservedAt().toEpochMilli();
        }
        return Math.max(0, partitionTime);
    }
}
