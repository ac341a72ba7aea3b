/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;

/** Collects the records of a transaction and writes them at the commit. */
final class TransactionalSink implements EventSink {
    private final Outbox outbox;
    private final TransactionalWriter writer;

    TransactionalSink(Outbox outbox, TransactionalWriter writer) {
        this.outbox = outbox;
        this.writer = writer;
    }

    @Override
    public boolean add(ArticleEvent event, SourceState state) {
        return outbox.add(event, state);
    }

    @Override
    public void refuse(@Nullable String articleId, String place, Reason reason, String message, Input input) {
        outbox.refuse(articleId, place, reason, message, input);
    }

    @Override
    public void polled(PollState state) {
        outbox.polled(state);
    }

    @Override
    public boolean isFull() {
        return outbox.isFull();
    }

    @Override
    public void commit() {
        if (!outbox.records().isEmpty()) {
            writer.write(outbox.records());
            outbox.clear();
        }
    }
}
