/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;

/**
 * The words of an article that it is compared by, boilerplate lines left out: read once for sketch and terms.
 *
 * @param text the text without its boilerplate
 * @param words its words in their order
 */
public record ArticleWords(String text, List<FoldedWord> words) {
    /** Reads the words of a text in time linear in its length. */
    public static ArticleWords of(String text) {
        String article = Boilerplate.strip(text);
        return new ArticleWords(article, WordScanner.scan(article));
    }
}
