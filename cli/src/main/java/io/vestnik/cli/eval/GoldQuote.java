/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import io.vestnik.text.Span;

/**
 * A quote that a person marked.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param family what it is measured with
 * @param speaker who said it
 * @param split the spoken parts of a quote that its attribution interrupts; empty for others
 */
public record GoldQuote(int begin, int end, QuoteFamily family, GoldSpeaker speaker, List<Span> split) {}
