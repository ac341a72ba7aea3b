/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article in JSON-LD.
 *
 * @param headline as written; null when it is missing
 * @param body as written, HTML or plain; null when it is missing
 * @param published as written; null when it is missing
 * @param language as written; null when it is missing
 */
record LinkedArticle(
        @Nullable String headline,
        @Nullable String body,
        @Nullable String published,
        @Nullable String language) {}
