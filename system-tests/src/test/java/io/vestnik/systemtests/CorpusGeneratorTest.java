/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.vestnik.systemtests.CorpusGenerator.Article;
import io.vestnik.systemtests.CorpusGenerator.Said;
import io.vestnik.systemtests.CorpusGenerator.Truth;
import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.Mention;
import io.vestnik.text.Quote;

import static org.assertj.core.api.Assertions.assertThat;

class CorpusGeneratorTest {
    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");

    @Test
    void shouldMakeTheSameArticlesFromTheSameSeed() {
        List<Article> articles = CorpusGenerator.news(4, START, 10_000).make(300);
        CorpusGenerator again = CorpusGenerator.news(4, START, 10_000);
        List<Article> inParts = new ArrayList<>(again.next(100));
        inParts.addAll(again.next(200));

        assertThat(inParts).isEqualTo(articles);
        assertThat(CorpusGenerator.news(5, START, 10_000).make(300)).isNotEqualTo(articles);
    }

    @Test
    void shouldMakeArticlesInOrderAndAsManyADayAsAskedFor() {
        List<Article> articles = CorpusGenerator.news(4, START, 10_000).make(10_000);

        assertThat(articles).isSortedAccordingTo(Comparator.comparingLong(Article::observedAt));
        assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
        double days = (articles.get(9_999).observedAt() - articles.get(0).observedAt()) / 86_400_000.0;
        assertThat(days).isBetween(0.9, 1.1);
    }

    @Test
    void shouldKnowWhatIsTrueOfItsArticles() {
        for (CorpusGenerator generator :
                List.of(CorpusGenerator.news(4, START, 10_000), new CorpusGenerator(4, START))) {
            Map<String, Article> byId = generator.next(500).stream()
                    .collect(Collectors.toMap(Article::id, a -> a, (a, b) -> a, LinkedHashMap::new));
            byId.values().forEach(article -> {
                Truth truth = truth(article);
                truth.said().forEach(said -> assertThat(article.text()).contains("«" + said.words() + "»"));
                if (truth.copyOf() != null) {
                    Article original = Objects.requireNonNull(byId.get(truth.copyOf()));
                    assertThat(article.text()).startsWith(original.text());
                    assertThat(truth(original).event()).isEqualTo(truth.event());
                    assertThat(truth(original).copyOf()).isNull();
                }
            });
            assertThat(byId.values().stream().filter(a -> truth(a).copyOf() != null))
                    .hasSizeBetween(20, 150);
        }
    }

    /** News of the labelled sets have 200 words, 7 to 9 entities and 2 to 2.6 quotes. */
    @Test
    void shouldMakeArticlesAsLongAndAsFullAsRealOnes() {
        Analyzer analyzer = new Analyzer();
        List<Article> articles = CorpusGenerator.news(4, START, 10_000).make(200);
        double words = 0;
        double entities = 0;
        double quotes = 0;
        for (Article article : articles) {
            Analysis analysis = analyzer.analyze(new Document(article.id(), article.text(), article.title(), null));
            words += article.text().split("\\s+").length;
            entities += analysis.mentions().stream()
                    .filter(mention -> !mention.generic())
                    .map(Mention::entityId)
                    .distinct()
                    .count();
            quotes += analysis.quotes().size();
            for (Said said : truth(article).said()) {
                assertThat(analysis.quotes()).extracting(Quote::text).contains(said.words());
            }
        }
        assertThat(words / articles.size()).isBetween(170.0, 230.0);
        assertThat(entities / articles.size()).isBetween(6.0, 9.0);
        assertThat(quotes / articles.size()).isBetween(2.0, 3.5);
    }

    private static Truth truth(Article article) {
        return Objects.requireNonNull(article.truth());
    }
}
