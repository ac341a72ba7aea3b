/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.names.NameFinder;

/** Articles as the parts of the analysis get them. */
final class ThemeTexts {
    private ThemeTexts() {}

    static Analyzer.Article article(String language, @Nullable String title, String text) {
        return Analyzer.read(new Document("a", text, title, language), NameFinder.standard());
    }
}
