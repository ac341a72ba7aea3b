/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.lang.Language;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.NameFinder;
import io.vestnik.text.quotes.CreditFinder;
import io.vestnik.text.quotes.QuoteFinder;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.TermWeighers;

/** The articles of a benchmark, and the parts of the analysis that read them. */
@State(Scope.Benchmark)
public class Articles {
    /** Where the articles are: see {@link Corpus#read}. */
    @Param("../seeds")
    public String articles;

    // One of each for the process, as in a pipeline: each remembers the words that it has met, and a turn of the
    // comparison is too short to meet them all again.
    private static final Analyzer ANALYZER = new Analyzer();
    private static final NameFinder NAMES = NameFinder.standard();
    private static final QuoteFinder QUOTES = new QuoteFinder();
    private static final CreditFinder CREDITS = new CreditFinder();
    private static final Sketcher SKETCHER = new Sketcher();
    private static final TermWeighers TERMS = new TermWeighers();

    final Analyzer analyzer = ANALYZER;
    final NameFinder names = NAMES;
    final QuoteFinder quotes = QUOTES;
    final CreditFinder credits = CREDITS;
    final Sketcher sketcher = SKETCHER;
    final TermWeighers terms = TERMS;

    /** The articles as the later stages get them. */
    List<Analyzer.Article> read;

    /** Kept from one benchmark to the next in the same process: a turn of the comparison is short. */
    private static final Map<String, List<Analyzer.Article>> READ = new ConcurrentHashMap<>();

    /** Reads the articles and prepares what the later stages get. */
    @Setup
    public void read() throws IOException {
        List<Analyzer.Article> known = READ.get(articles);
        if (known == null) {
            known = Corpus.read(articles).documents().stream().map(this::read).toList();
            READ.put(articles, known);
        }
        read = known;
    }

    private Analyzer.Article read(Document document) {
        SourceText text = SourceText.of(document.text());
        SourceText title = document.title() == null ? null : SourceText.of(document.title());
        String language = Language.detect(text);
        return new Analyzer.Article(
                document, text, title, language, names.find(text, title, language), ArticleWords.of(text));
    }
}
