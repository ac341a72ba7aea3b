/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;

import io.vestnik.consumer.http.NotReadyException;

/** An index that questions are put to; each sees one state of it. */
interface IndexStates {
    /**
     * Asks one state of the index.
     *
     * @throws NotReadyException when it is closed
     */
    <T> T ask(Question<T> question);

    /** Something that is asked of one state of the index. */
    @FunctionalInterface
    interface Question<T> {
        /** The answer. */
        T ask(StorySearcher searcher) throws IOException;
    }
}
