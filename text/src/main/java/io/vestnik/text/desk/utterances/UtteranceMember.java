/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;

/**
 * One article's rendering of an utterance.
 *
 * @param articleId the article
 * @param begin first code point of the rendering; for a TURN the span that another quote aligns to
 * @param end one past the last code point
 * @param quoteKind kind of the quote in its article
 * @param variant how it renders the best source
 * @param text the words of the rendering, an attribution between parts left out
 * @param diff word diff against the best source; empty for SOURCE and VERBATIM
 * @param speaker speaker as this article gives it; null when it does not
 * @param mention the attribution as written; empty when there is none
 * @param cue reporting verb as written; empty when there is none
 * @param evidence name of the rule that attributed the quote
 * @param outlet publisher; null when unknown
 * @param title title of the article; null when there is none
 * @param firstObservedAt when this article's quote was first observed, milliseconds since the epoch
 * @param claimedAt claimed time of the article, milliseconds since the epoch; null when unknown
 */
public record UtteranceMember(
        String articleId,
        int begin,
        int end,
        QuoteKind quoteKind,
        VariantKind variant,
        String text,
        List<DiffPiece> diff,
        @Nullable String speaker,
        String mention,
        String cue,
        String evidence,
        @Nullable String outlet,
        @Nullable String title,
        long firstObservedAt,
        @Nullable Long claimedAt) {}
