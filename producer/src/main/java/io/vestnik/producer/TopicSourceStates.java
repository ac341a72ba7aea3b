/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.SourceState;

/** The source states as their compacted topic holds them, in memory. */
final class TopicSourceStates implements SourceStates {
    private final TopicTable<SourceState> table;

    /**
     * The states.
     *
     * @param consumer reads committed records; closed with this
     * @param topic the topic of source states
     */
    TopicSourceStates(Consumer<String, SourceState> consumer, String topic) {
        this.table = new TopicTable<>(consumer, topic, "source state");
    }

    @Override
    public @Nullable SourceState get(String articleId) {
        return table.rows().get(articleId);
    }

    @Override
    public void put(SourceState state) {
        table.rows().put(state.getArticleId(), state);
    }

    @Override
    public void refresh() {
        table.refresh();
    }

    @Override
    public void close() {
        table.close();
    }
}
