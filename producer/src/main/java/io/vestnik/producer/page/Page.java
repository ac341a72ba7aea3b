/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;

/**
 * What a page says.
 *
 * @param title headline on one line; null when it has none
 * @param text the article's text; null when there is none that reads as one
 * @param published when it says that it was published; null when it does not say
 * @param language its language as it names it; null when it does not
 */
public record Page(
        @Nullable String title,
        @Nullable String text,
        @Nullable ClaimedTime published,
        @Nullable String language) {}
