/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import io.vestnik.text.Analyzer;
import io.vestnik.text.lang.Language;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.watch.WatchArticle;
import io.vestnik.text.watch.WatchWords;

/**
 * The text analysis, whole and by stages, and the references beside it. An operation is a pass over all articles. Each
 * stage is given what the stages before it have made.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AnalysisBenchmark {
    /** A regular expression that gives the spans of words and signs. */
    @Benchmark
    public void regexTokens(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(RegexTokenizer.tokenize(article.document().text()));
        }
    }

    /** A regular expression that counts words. */
    @Benchmark
    public void regexWords(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(RegexTokenizer.countWords(article.document().text()));
        }
    }

    /** The name finder of OpenNLP on tokens that it is given. */
    @Benchmark
    public void openNlpNames(LabelledNames names, Blackhole hole) {
        names.find(hole);
    }

    /** All of the analysis. */
    @Benchmark
    public void whole(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.analyzer.analyze(article.document()));
        }
    }

    /** Tokens and sentences of text and title. */
    @Benchmark
    public void tokensAndSentences(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(SourceText.of(article.document().text()));
            if (article.document().title() != null) {
                hole.consume(SourceText.of(article.document().title()));
            }
        }
    }

    /** The language. */
    @Benchmark
    public void language(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(Language.detect(article.text()));
        }
    }

    /** Names and the entities that they name. */
    @Benchmark
    public void names(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.names.find(article.text(), article.title(), article.language()));
        }
    }

    /** Quotes and their speakers. */
    @Benchmark
    public void quotes(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.quotes.read(article));
        }
    }

    /** Credits. */
    @Benchmark
    public void credits(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.credits.read(article));
        }
    }

    /** The words that articles are compared by. */
    @Benchmark
    public void comparedWords(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(ArticleWords.of(article.text()));
        }
    }

    /** The sketch of these words. */
    @Benchmark
    public void sketch(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.sketcher.sketch(article.words()));
        }
    }

    /** The terms among these words. */
    @Benchmark
    public void terms(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(articles.terms.weigh(article.language(), article.words(), article.title()));
        }
    }

    /** The words that are kept for watches. */
    @Benchmark
    public void watchWords(Articles articles, Blackhole hole) {
        for (Analyzer.Article article : articles.read) {
            hole.consume(WatchWords.of(article.document()));
        }
    }

    /** A hundred watches. */
    @Benchmark
    public void watches(WatchedArticles articles, Blackhole hole) {
        for (WatchArticle article : articles.articles) {
            hole.consume(articles.watches.matches(article));
        }
    }
}
