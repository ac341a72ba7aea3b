/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Span;

/**
 * What an article's text says of itself.
 *
 * @param title title; null when no line serves as one
 * @param titleSpan where it stands: title = text[begin:end]; null exactly when title is null
 * @param outlet who published it; null when the text does not tell
 * @param claimedAt when it says that it was published; null when it does not say
 */
public record ReadArticle(
        @Nullable String title,
        @Nullable Span titleSpan,
        @Nullable Outlet outlet,
        @Nullable ClaimedTime claimedAt) {}
