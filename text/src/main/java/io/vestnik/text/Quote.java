/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Words that the article gives as somebody's.
 *
 * @param begin first code point, inside the marks
 * @param end one past the last code point
 * @param kind kind of the quote
 * @param text the words as written, attribution between the parts included
 * @param parts the spoken parts when the attribution interrupts the words; empty otherwise
 * @param speaker who said it, in the nominative, as full as the article gives it; null when it cannot be told
 * @param speakerType kind of the speaker; null when the speaker is
 * @param speakerEntity id of the speaker's entity; null when it is not resolved to one
 * @param mention the attribution's words for the speaker, as written; empty when there are none
 * @param cue reporting verb or construction, as written; empty when there is none
 * @param evidence names of the rules that found the words and their speaker; ends with {@code office-table} where the
 *     dated table of offices told who is meant
 */
public record Quote(
        int begin,
        int end,
        QuoteKind kind,
        String text,
        List<Span> parts,
        @Nullable String speaker,
        @Nullable SpeakerType speakerType,
        @Nullable String speakerEntity,
        String mention,
        String cue,
        String evidence) {}
