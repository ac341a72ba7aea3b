/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is analysed.
 *
 * @param id the article's id, only carried through
 * @param text the whole text as received; every offset is a count of Unicode code points into it
 * @param title title outside the text, which gives context (speakers, coreference) but no offsets; null when the title
 *     is part of the text or unknown
 * @param language ISO 639-1 code, or null when it is to be detected
 * @param day the day on which the article says it was published, by which the table of offices is read; null when it
 *     does not say, then the table is not asked who holds an office
 */
public record Document(
        String id,
        String text,
        @Nullable String title,
        @Nullable String language,
        @Nullable LocalDate day) {

    /** A document that does not say when it was published. */
    public Document(String id, String text, @Nullable String title, @Nullable String language) {
        this(id, text, title, language, null);
    }
}
