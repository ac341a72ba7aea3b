/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import org.jspecify.annotations.Nullable;

/**
 * What is analysed.
 *
 * @param id the article's id, only carried through
 * @param text the whole text as received; every offset is a count of Unicode code points into it
 * @param title title outside the text, which gives context (speakers, coreference) but no offsets; null when the title
 *     is part of the text or unknown
 * @param language ISO 639-1 code, or null when it is to be detected
 */
public record Document(
        String id,
        String text,
        @Nullable String title,
        @Nullable String language) {}
