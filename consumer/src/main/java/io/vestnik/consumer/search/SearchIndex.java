/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.time.Duration;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.tail.TailProgress;

/** Finds and selects views by what they say. Every instance holds the whole index, so it answers alone. */
public interface SearchIndex {
    /** Most hits or ids of an answer. */
    int MAX_LIMIT = 1000;

    /**
     * Finds by words.
     *
     * @throws Problem with status 400 when the query cannot be understood, with the column and the reason, or the cursor
     *     is none of this question
     * @throws NotReadyException when the index does not hold all yet
     */
    SearchPage search(SearchRequest request);

    /**
     * Selects by a filter.
     *
     * @throws Problem with status 400 when the filter's query cannot be understood, the filter asks for what the kind does
     *     not have, or the cursor is none of this question
     * @throws NotReadyException when the index does not hold all yet
     */
    SelectedPage select(Selection selection);

    /** How far the index has come. */
    TailProgress progress();

    /**
     * Waits until the index holds what was there when the instance started.
     *
     * @return false when the time is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    boolean awaitReady(Duration limit) throws InterruptedException;
}
