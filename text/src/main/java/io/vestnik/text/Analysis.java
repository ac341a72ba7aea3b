/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one article says.
 *
 * @param language ISO 639-1 code; {@code und} when it cannot be told
 * @param length length of the text in code points
 * @param mentions named persons, places and organizations in the order of the text
 * @param quotes quotes in the order of the text
 * @param credits outlets cited as the source, in the order of the text
 * @param sketch what is compared to find copies
 * @param terms most telling terms, heaviest first, equal weights by term
 * @param theme what it is about, as {@link io.vestnik.text.themes.Theme#id}; null when that cannot be told
 * @param themeTerms up to five terms that spoke most for the theme, strongest first
 */
public record Analysis(
        String language,
        int length,
        List<Mention> mentions,
        List<Quote> quotes,
        List<Credit> credits,
        Sketch sketch,
        List<Term> terms,
        @Nullable String theme,
        List<String> themeTerms) {}
