/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Something that shows articles: files, lines of JSON, a directory that is watched, a feed. It is read by one thread,
 * one item at a time, and keeps no more in memory than the item at hand. What is wrong with one input is an item too
 * ({@link SourceItem.Rejection}); an exception means that the source as a whole cannot go on.
 */
public interface ArticleSource extends Closeable {
    /** Kind of source, as it stands in the article events: file, jsonl, feed, http. */
    String origin();

    /**
     * The next item; null at the end of the source. A live source waits for one and ends when it is closed.
     *
     * @throws IOException when the source as a whole cannot be read
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    @Nullable SourceItem next() throws IOException, InterruptedException;

    /**
     * Whether each item is a batch of its own. Otherwise all items of the source are one: an article without an
     * observation time is then taken as observed at the latest time that any article of the batch claims.
     */
    default boolean eachItemIsABatch() {
        return false;
    }

    /**
     * Whether the source shows what is there now: a version is then observed at the moment when it is read, and one that
     * says the same with another date is none.
     */
    default boolean isLive() {
        return false;
    }

    /** How many items are to be expected in all, for a progress bar; empty when that is not known. */
    default OptionalLong expectedItems() {
        return OptionalLong.empty();
    }

    @Override
    default void close() throws IOException {}
}
