/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.serde.Encoded;

/** A record for live readers per change of a topic's coverage, to {@code news.updates.v1}. */
final class Updates {
    private Updates() {}

    /** From what records have changed of coverage rows to updates. */
    static void add(KStream<RowKey, RowChange<Coverage>> changes, ViewSinks sinks) {
        Topic<TopicUpdate> topic = sinks.topics().updates;
        changes.filter((key, change) -> change.differs(), Named.as("updates-differ"))
                .mapValues(Updates::update, Named.as("updates"))
                .to(
                        topic.name(),
                        Produced.with(RowKey.groups(), topic.serde(sinks.serdes()))
                                .withName("updates-sink"));
    }

    private static TopicUpdate update(RowChange<Coverage> change) {
        Coverage before = value(change.before());
        Coverage after = value(change.after());
        Coverage row = after != null ? after : before;
        if (row == null) {
            throw new IllegalStateException("A change from no row to no row");
        }
        return TopicUpdate.newBuilder()
                .setTopic(row.getTopic())
                .setKind(row.getKind())
                .setName(row.getName())
                .setArticles(after == null ? 0 : after.getArticles())
                .setArticlesBefore(before == null ? 0 : before.getArticles())
                .setQuotes(after == null ? 0 : after.getQuotes())
                .setQuotesBefore(before == null ? 0 : before.getQuotes())
                .setOutletCount(after == null ? 0 : after.getOutletCount())
                .setRemoved(after == null)
                .build();
    }

    private static @Nullable Coverage value(@Nullable Encoded<Coverage> row) {
        return row == null ? null : row.value();
    }
}
