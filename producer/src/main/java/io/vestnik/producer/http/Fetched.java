/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;

/** What came of asking for a document. What could not be had at all is a {@link FetchException}. */
public sealed interface Fetched {
    /**
     * The document.
     *
     * @param address where it was found behind all redirects
     * @param movedTo where it has moved for good; null when it has not
     * @param bytes the document, unpacked
     * @param contentType its media type as claimed; null when none was
     * @param etag for the next request; null when none was given
     * @param lastModified for the next request; null when none was given
     * @param fresh how long the server says that it stays as it is
     * @param input what a dead letter says of it
     */
    // An array here is a value that is handed on, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Document(
            URI address,
            @Nullable URI movedTo,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            Duration fresh,
            Input input)
            implements Fetched {}

    /** It is as it was when it was read last. */
    record NotModified(Duration fresh) implements Fetched {}

    /** It is gone for good (410). */
    record Gone() implements Fetched {}

    /** It is not there (404). */
    record Missing() implements Fetched {}

    /** The server asks to wait (429, or 503 with a time): ask again then. */
    record Busy(Instant until) implements Fetched {}
}
