/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;

import io.vestnik.text.lang.SourceText;

/**
 * The words of an article that it is compared by, boilerplate lines left out: read once for sketch and terms.
 *
 * @param text the text without its boilerplate
 * @param words its words in their order
 */
public record ArticleWords(String text, List<FoldedWord> words) {
    /** Reads the words of a text in time linear in its length. */
    public static ArticleWords of(String text) {
        String article = Boilerplate.strip(text).text();
        return new ArticleWords(article, WordScanner.scan(article));
    }

    /** Reads the words of a text whose tokens have been read; gives the same as of the text alone. */
    public static ArticleWords of(SourceText source) {
        Stripped stripped = Boilerplate.strip(source.string());
        String article = stripped.text();
        return new ArticleWords(article, WordScanner.scan(article, new ReadTokens(source, stripped)));
    }
}
