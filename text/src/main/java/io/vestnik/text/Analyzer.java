/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Language;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.NameFinder;
import io.vestnik.text.quotes.CreditFinder;
import io.vestnik.text.quotes.QuoteFinder;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.TermWeighers;
import io.vestnik.text.themes.ArticleTheme;
import io.vestnik.text.themes.ThemeClassifier;

/**
 * Reads one article: tokens and sentences, the language, names, then whatever the parts find in these. Thread-safe; the
 * same document gives the same analysis on every machine and Java version.
 */
public final class Analyzer {
    /**
     * What the parts read: the text, read once, with its names.
     *
     * @param document the document as it came
     * @param text its text
     * @param title its title outside the text; null when there is none
     * @param language ISO 639-1 code, {@code und} when it cannot be told
     * @param entities whom and what it names
     * @param words the words of its text that articles are compared by
     */
    public record Article(
            Document document,
            SourceText text,
            @Nullable SourceText title,
            String language,
            ArticleEntities entities,
            ArticleWords words) {}

    /** One part of the analysis; thread-safe, without any state that outlives a call. */
    @FunctionalInterface
    public interface Part<T> {
        /** Reads the article in time linear in its length. */
        T read(Article article);
    }

    private final NameFinder names;
    private final Part<List<Quote>> quotes;
    private final Part<List<Credit>> credits;
    private final Part<Sketch> sketches;
    private final Part<List<Term>> terms;
    private final Part<ArticleTheme> themes;

    /** Makes the analyzer of this version. */
    public Analyzer() {
        this(
                NameFinder.standard(),
                new QuoteFinder(),
                new CreditFinder(),
                sketches(new Sketcher()),
                terms(new TermWeighers()),
                ThemeClassifier.standard());
    }

    private static Part<Sketch> sketches(Sketcher sketcher) {
        return article -> sketcher.sketch(article.words());
    }

    private static Part<List<Term>> terms(TermWeighers weighers) {
        return article -> weighers.weigh(article.language(), article.words(), article.title());
    }

    /** Makes an analyzer of chosen parts. */
    public Analyzer(
            NameFinder names,
            Part<List<Quote>> quotes,
            Part<List<Credit>> credits,
            Part<Sketch> sketches,
            Part<List<Term>> terms,
            Part<ArticleTheme> themes) {
        this.names = names;
        this.quotes = quotes;
        this.credits = credits;
        this.sketches = sketches;
        this.terms = terms;
        this.themes = themes;
    }

    /**
     * Analyses a document in time linear in its length.
     *
     * @param document any text, well-formed or not
     * @return what it says; never null, nothing invented for a text that says nothing
     */
    public Analysis analyze(Document document) {
        Article article = read(document, names);
        ArticleTheme theme = themes.read(article);
        return new Analysis(
                article.language(),
                article.text().length(),
                article.entities().mentions(),
                quotes.read(article),
                credits.read(article),
                sketches.read(article),
                terms.read(article),
                theme.id(),
                theme.terms());
    }

    /**
     * Reads a document as the parts get it.
     *
     * @param names who finds the names
     */
    public static Article read(Document document, NameFinder names) {
        SourceText text = SourceText.of(document.text());
        SourceText title = document.title() == null ? null : SourceText.of(document.title());
        String language = document.language() == null ? Language.detect(text) : document.language();
        ArticleEntities entities = names.find(text, title, language);
        return new Article(document, text, title, language, entities, ArticleWords.of(text));
    }
}
