/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;

/** The events that a source would be published as, by a producer that has seen nothing yet; without any broker. */
public final class ArticleEvents {
    private ArticleEvents() {}

    /**
     * Reads a source to its end.
     *
     * @param observedAt where the observation time comes from when the source does not give it
     * @param clock tells which times lie in the future
     * @param events is given every event, in the order in which they would be published
     * @param listener hears of progress and of what is refused
     * @throws IOException when the source as a whole cannot be read
     * @throws InterruptedException when the thread is interrupted while a live source waits
     */
    public static PublishReport read(
            ArticleSource source,
            ObservedAt observedAt,
            Clock clock,
            Consumer<ArticleEvent> events,
            PublishListener listener)
            throws IOException, InterruptedException {
        try (SourceStates states = new States()) {
            return new PublishRun(source, new EventPolicy(clock, observedAt), states, new Sink(events), listener).run();
        }
    }

    private static final class States implements SourceStates {
        private final Map<String, SourceState> states = new TreeMap<>();

        @Override
        public @Nullable SourceState get(String articleId) {
            return states.get(articleId);
        }

        @Override
        public void put(SourceState state) {
            states.put(state.getArticleId(), state);
        }

        @Override
        public void refresh() {
            // Nobody else publishes.
        }

        @Override
        public void close() {
            states.clear();
        }
    }

    private record Sink(Consumer<ArticleEvent> events) implements EventSink {
        @Override
        public boolean add(ArticleEvent event, SourceState state) {
            events.accept(event);
            return true;
        }

        @Override
        public void refuse(@Nullable String articleId, String place, Reason reason, String message, Input input) {
            // The listener and the report tell of it.
        }

        @Override
        public void polled(PollState state) {
            // Nothing is kept, so nothing goes on from it.
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void commit() {
            // Every event was given away at once.
        }
    }
}
