/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.serde.Encoded;

/**
 * Keeps the views of one kind and writes those that have changed. It hears of a touched view when the table of touched
 * keys in front of it is flushed, which is once per commit and in its transaction: so a topic with thousands of rows in a
 * batch is computed once and not a thousand times, and rows of one transaction of the writer are mostly seen together.
 * When that is says when a view is computed, never what it says.
 */
final class ViewProcessor<R, V extends SpecificRecord> extends ContextualProcessor<RowKey, R, String, Encoded<V>> {
    private final ViewKind kind;
    private final ViewRecipe<R, V> recipe;
    private KeyValueStore<String, Encoded<V>> views;
    private KeyValueStore<String, String> positions;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    ViewProcessor(ViewKind kind, ViewRecipe<R, V> recipe) {
        this.kind = kind;
        this.recipe = recipe;
    }

    @Override
    public void init(ProcessorContext<String, Encoded<V>> context) {
        super.init(context);
        recipe.open(context);
        views = context.getStateStore(kind.store());
        positions = context.getStateStore(kind.positionStore());
    }

    @Override
    public void process(Record<RowKey, R> record) {
        String key = record.key().group();
        String id = recipe.id(key);
        V view = recipe.view(key, record.value());
        Encoded<V> before = views.get(id);
        Encoded<V> after = view == null ? null : Encoded.of(view);
        if (Objects.equals(before, after)) {
            return;
        }
        views.put(id, after);
        move(id, position(id, before), position(id, after));
        context().forward(new Record<>(id, after, record.timestamp()));
    }

    private @Nullable String position(String id, @Nullable Encoded<V> view) {
        return view == null ? null : kind.place(view.value(), id);
    }

    private void move(String id, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) {
            return;
        }
        // The new place is entered before the old one goes: a reader may see a view twice, but never miss it.
        if (to != null) {
            positions.put(to, id);
        }
        if (from != null) {
            positions.delete(from);
        }
    }
}
