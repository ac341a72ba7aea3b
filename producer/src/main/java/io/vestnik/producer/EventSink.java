/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;

/** Where the events of a run go. */
interface EventSink {
    /**
     * Takes an event with the state that follows from it; both or none.
     *
     * @return whether they were taken; if not, they are too large
     */
    boolean add(ArticleEvent event, SourceState state);

    /** Takes a refused input. */
    void refuse(@Nullable String articleId, String place, Reason reason, String message, Input input);

    /** Takes what is known of a polled address. */
    void polled(PollState state);

    /** Whether what was taken since the last commit is enough for one. */
    boolean isFull();

    /** Makes what was taken since the last commit last. */
    void commit();
}
