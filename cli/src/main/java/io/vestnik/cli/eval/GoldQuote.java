/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;

/**
 * A quote that a person marked.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param family what it is measured with
 * @param speaker who said it, in the nominative; null when the article does not tell
 * @param person whether the speaker is one or several persons with names; else the names must be the same to the word
 * @param aliases other names that are right too
 * @param split the spoken parts of a quote that its attribution interrupts; empty for others
 */
public record GoldQuote(
        int begin,
        int end,
        QuoteFamily family,
        @Nullable String speaker,
        boolean person,
        List<String> aliases,
        List<Span> split) {}
