/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.cli.eval.data.QuoteArticle;
import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of the measures whatever is there and whatever was found. */
class ScorerProperties {
    private static final String AHEAD = "🦊🚢 ";
    private static final int SHIFT = 3;

    @Property(tries = 200)
    void shouldFindNothingWrongWithGoldItself(@ForAll long seed) {
        for (NameArticle article : NameArticle.read(RandomSets.names(seed).goldFile())) {
            NameCounts counts = NameScorer.count(article.text(), article.names(), article.names());
            counts.strict().values().forEach(ScorerProperties::assertPerfect);
            counts.token().values().forEach(ScorerProperties::assertPerfect);
            assertThat(NameMistakes.find("a", article.text(), article.names(), article.names()))
                    .isEmpty();
        }
        RandomSets.Files files = RandomSets.quotes(seed);
        for (QuoteArticle article : QuoteArticle.read(files.goldFile(), files.articlesFile())) {
            // What is nothing but marks has no span left once its edges are trimmed.
            CodePoints text = new CodePoints(article.text());
            List<GoldQuote> gold = article.quotes().stream()
                    .filter(quote -> {
                        Span span = text.trim(quote.begin(), quote.end());
                        return span.begin() < span.end();
                    })
                    .toList();
            List<FoundQuote> same = gold.stream().map(ScorerProperties::asFound).toList();
            QuoteCounts counts = QuoteScorer.count(article.text(), gold, same);
            for (QuoteCounts.Family family : List.of(counts.spoken(), counts.indirect())) {
                assertPerfect(family.exact());
                assertPerfect(family.attributed());
                assertThat(family.speaker())
                        .isEqualTo(
                                new Share(family.exact().gold(), family.exact().gold()));
            }
            assertPerfect(counts.parts());
            assertThat(QuoteMistakes.find("a", article.text(), gold, same)).isEmpty();
        }
    }

    @Property(tries = 200)
    void shouldSwapPrecisionAndRecallOfNamesWhenTheSidesAreSwapped(@ForAll long seed) {
        RandomSets.Files files = RandomSets.names(seed);
        List<NameArticle> articles = NameArticle.read(files.goldFile());
        Map<String, List<NamedSpan>> found = NameArticle.readFound(files.foundFile(), articles, true);
        for (NameArticle article : articles) {
            List<NamedSpan> names = found.getOrDefault(article.id(), List.of());
            NameCounts counts = NameScorer.count(article.text(), article.names(), names);
            NameCounts swapped = NameScorer.count(article.text(), names, article.names());
            assertThat(swapped.strictAll()).isEqualTo(swap(counts.strictAll()));
            assertThat(swapped.tokenAll()).isEqualTo(swap(counts.tokenAll()));
            assertThat(NameMistakes.find("a", article.text(), article.names(), names)
                            .isEmpty())
                    .isEqualTo(counts.strictAll().right() == counts.strictAll().found()
                            && counts.strictAll().right() == counts.strictAll().gold());
        }
    }

    @Property(tries = 200)
    void shouldNotDependOnTheOrderOfNamesOrOnWhatStandsAhead(@ForAll long seed) {
        RandomSets.Files files = RandomSets.names(seed);
        List<NameArticle> articles = NameArticle.read(files.goldFile());
        Map<String, List<NamedSpan>> found = NameArticle.readFound(files.foundFile(), articles, true);
        for (NameArticle article : articles) {
            List<NamedSpan> names = found.getOrDefault(article.id(), List.of());
            assertThat(NameScorer.count(AHEAD + article.text(), moved(article.names(), seed), moved(names, seed)))
                    .isEqualTo(NameScorer.count(article.text(), article.names(), names));
        }
    }

    @Property(tries = 200)
    void shouldKeepTheMeasuresOfQuotesInTheirOrder(@ForAll long seed) {
        RandomSets.Files files = RandomSets.quotes(seed);
        List<QuoteArticle> articles = QuoteArticle.read(files.goldFile(), files.articlesFile());
        Map<String, List<FoundQuote>> found = QuoteArticle.readFound(files.foundFile(), articles);
        for (QuoteArticle article : articles) {
            List<FoundQuote> quotes = found.getOrDefault(article.id(), List.of());
            QuoteCounts counts = QuoteScorer.count(article.text(), article.quotes(), quotes);
            assertOrdered(counts.spoken());
            assertOrdered(counts.indirect());
            assertThat(counts.spoken().iou30().gold()
                            + counts.indirect().iou30().gold())
                    .isEqualTo(article.quotes().size());
            assertThat(counts.spoken().iou30().found()
                            + counts.indirect().iou30().found())
                    .isEqualTo(quotes.size());
        }
    }

    private static void assertOrdered(QuoteCounts.Family family) {
        assertThat(family.exact().right()).isBetween(0, family.iou80().right());
        assertThat(family.attributed().right()).isBetween(0, family.iou80().right());
        assertThat(family.iou80().right()).isLessThanOrEqualTo(family.iou30().right());
        assertThat(family.iou30().right())
                .isLessThanOrEqualTo(
                        Math.min(family.iou30().found(), family.iou30().gold()));
        assertThat(family.speaker().of()).isEqualTo(family.iou30().right());
        assertThat(family.speaker().right())
                .isBetween(family.attributed().right(), family.iou30().right());
    }

    private static void assertPerfect(Counts counts) {
        assertThat(counts).isEqualTo(new Counts(counts.gold(), counts.gold(), counts.gold()));
    }

    private static FoundQuote asFound(GoldQuote quote) {
        return new FoundQuote(
                quote.begin(), quote.end(), quote.family(), quote.speaker().name(), quote.split());
    }

    private static Counts swap(Counts counts) {
        return new Counts(counts.right(), counts.gold(), counts.found());
    }

    private static List<NamedSpan> moved(List<NamedSpan> names, long seed) {
        List<NamedSpan> moved = new ArrayList<>();
        names.forEach(name -> moved.add(new NamedSpan(name.begin() + SHIFT, name.end() + SHIFT, name.type())));
        Collections.shuffle(moved, new Random(seed));
        return moved;
    }
}
