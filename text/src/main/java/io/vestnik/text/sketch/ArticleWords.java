/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;

import io.vestnik.text.lang.SourceText;

/**
 * The words of an article that it is compared by, boilerplate lines left out: read once for sketch and terms. It knows
 * where they stand in the article as it came.
 */
public final class ArticleWords {
    private final String source;
    private final Stripped stripped;
    private final String text;
    private final List<FoldedWord> words;

    private ArticleWords(String source, Stripped stripped, String text, List<FoldedWord> words) {
        this.source = source;
        this.stripped = stripped;
        this.text = text;
        this.words = words;
    }

    /** Reads the words of a text in time linear in its length. */
    public static ArticleWords of(String text) {
        Stripped stripped = Boilerplate.strip(text);
        String article = stripped.text();
        return new ArticleWords(text, stripped, article, WordScanner.scan(article));
    }

    /** Reads the words of a text whose tokens have been read; gives the same as of the text alone. */
    public static ArticleWords of(SourceText source) {
        Stripped stripped = Boilerplate.strip(source.string());
        String article = stripped.text();
        ReadTokens tokens = new ReadTokens(source, stripped);
        return new ArticleWords(source.string(), stripped, article, WordScanner.scan(article, tokens));
    }

    /** The text without its boilerplate. */
    public String text() {
        return text;
    }

    /** Its words in their order. */
    public List<FoldedWord> words() {
        return words;
    }

    /** The text as it came. */
    String source() {
        return source;
    }

    /** Where the parts of the text stood in it. */
    Stripped stripped() {
        return stripped;
    }
}
