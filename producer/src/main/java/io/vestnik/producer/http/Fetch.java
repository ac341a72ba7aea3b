/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A request for a document.
 *
 * @param address where
 * @param named whether the operator named just this address, so that figures in it are meant
 * @param accept media types that are wanted, as the header has them
 * @param etag of what is known already; null when nothing is
 * @param lastModified of what is known already; null when nothing is
 * @param maxBytes greatest length of the document, unpacked
 */
public record Fetch(
        URI address,
        boolean named,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        int maxBytes) {}
