/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.consumer.query.ViewKind;

/**
 * Keeps the views of one kind. A touched view is only marked; at the next beat all marked ones are computed from the
 * stores. So a topic with thousands of rows in a batch is computed once and not a thousand times, and rows of one
 * transaction of the writer are mostly seen together. The marks are in a store with a changelog: a crash between mark
 * and beat loses nothing. The beat says when a view is computed, never what it says.
 */
final class ViewProcessor<V extends SpecificRecord> extends ContextualProcessor<String, Touched, String, V> {
    private final ViewKind kind;
    private final ViewRecipe<V> recipe;
    private final Duration beat;
    private KeyValueStore<String, V> views;
    private KeyValueStore<String, String> positions;
    private KeyValueStore<String, Long> pending;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    ViewProcessor(ViewKind kind, ViewRecipe<V> recipe, Duration beat) {
        this.kind = kind;
        this.recipe = recipe;
        this.beat = beat;
    }

    @Override
    public void init(ProcessorContext<String, V> context) {
        super.init(context);
        recipe.open(context);
        views = context.getStateStore(kind.store());
        positions = context.getStateStore(kind.positionStore());
        pending = context.getStateStore(kind.pendingStore());
        context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, time -> compute());
    }

    @Override
    public void process(Record<String, Touched> record) {
        Long before = pending.get(record.key());
        // Views bear the greatest timestamp of the rows behind the change, whatever order they came in.
        pending.put(record.key(), before == null ? record.timestamp() : Math.max(before, record.timestamp()));
    }

    private void compute() {
        for (KeyValue<String, Long> mark : marks()) {
            compute(mark.key, mark.value);
            pending.delete(mark.key);
        }
    }

    private List<KeyValue<String, Long>> marks() {
        List<KeyValue<String, Long>> marks = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = pending.all()) {
            all.forEachRemaining(marks::add);
        }
        return marks;
    }

    private void compute(String key, long timestamp) {
        String id = recipe.id(key);
        V before = views.get(id);
        V after = recipe.view(key);
        if (after == null ? before == null : after.equals(before)) {
            return;
        }
        String oldPosition = before == null ? null : ViewKind.position(kind.articles(before), id);
        String newPosition = after == null ? null : ViewKind.position(kind.articles(after), id);
        if (after == null || newPosition == null) {
            views.delete(id);
        } else {
            views.put(id, after);
            // The new place is entered before the old one goes: a reader may see a view twice, but never miss it.
            positions.put(newPosition, id);
        }
        if (oldPosition != null && !oldPosition.equals(newPosition)) {
            positions.delete(oldPosition);
        }
        context().forward(new Record<>(id, after, timestamp));
    }
}
