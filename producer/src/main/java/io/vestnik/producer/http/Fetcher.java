/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

/** Gets documents. Asked by several threads. */
public interface Fetcher extends AutoCloseable {
    /**
     * Gets a document, waiting for the host's turn.
     *
     * @throws FetchException when it cannot be had
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    Fetched fetch(Fetch fetch) throws FetchException, InterruptedException;

    @Override
    void close();
}
