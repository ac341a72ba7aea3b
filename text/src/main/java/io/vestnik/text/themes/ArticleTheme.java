/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The theme of an article with the evidence for it.
 *
 * @param theme the theme; null when nothing known stands in the article, or its language is not read
 * @param terms the words that spoke most for it, in their dictionary forms, strongest first; at most
 *     {@value ThemeClassifier#MOST_TERMS}
 */
public record ArticleTheme(@Nullable Theme theme, List<String> terms) {
    /** No theme was found. */
    public static final ArticleTheme NONE = new ArticleTheme(null, List.of());

    /** The theme's {@link Theme#id}; null when there is none. */
    public @Nullable String id() {
        return theme == null ? null : theme.id();
    }
}
