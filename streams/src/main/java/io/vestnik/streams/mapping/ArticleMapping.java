/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.PairCorrection;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.text.Document;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.desk.DeskArticle;

/** An article on its way through the text analysis: content to document, analysis to row, row to
 * command and to the desk's article. */
public final class ArticleMapping {
    private ArticleMapping() {}

    /** What the analyzer reads. A title that stands in the text is not handed over a second time. */
    public static Document document(String articleId, ArticleContent content) {
        String title = content.getTitleSpan() == null ? content.getTitle() : null;
        return new Document(articleId, content.getText(), title, content.getLanguage(), day(content));
    }

    private static @Nullable LocalDate day(ArticleContent content) {
        ClaimedTime claimed = content.getClaimedAt();
        return claimed == null ? null : LocalDate.ofInstant(claimed.getAt(), ZoneOffset.UTC);
    }

    /**
     * The row of an article.
     *
     * @param observedAt when the version was observed; stands for every first until the chain of versions sets them
     */
    public static Analysis row(
            String articleId,
            String contentHash,
            Instant observedAt,
            ArticleContent content,
            io.vestnik.text.Analysis analysis) {
        List<Quote> quotes = new ArrayList<>(analysis.quotes().size());
        for (io.vestnik.text.Quote quote : analysis.quotes()) {
            quotes.add(AnalysisMapping.quote(quote, observedAt));
        }
        return Analysis.newBuilder()
                .setArticleId(articleId)
                .setContentHash(contentHash)
                .setFirstObservedAt(observedAt)
                .setClaimedAt(content.getClaimedAt())
                .setOutlet(content.getOutlet())
                .setTitle(content.getTitle())
                .setUrl(content.getUrl())
                .setLanguage(analysis.language())
                .setLength(analysis.length())
                .setSketch(AnalysisMapping.sketch(analysis.sketch()))
                .setTerms(AnalysisMapping.terms(analysis.terms()))
                .setTheme(analysis.theme())
                .setThemeTerms(analysis.themeTerms())
                .setMentions(AnalysisMapping.mentions(analysis.mentions()))
                .setQuotes(quotes)
                .setCredits(AnalysisMapping.credits(analysis.credits()))
                .build();
    }

    /**
     * Tells a desk to hold the current version of an article. What no desk reads stays behind, as the command is kept as
     * a row and read again whenever a desk is restored: credits, watches, the address, and of the mentions all but the names,
     * each once.
     *
     * @param analysis the current version
     * @param pairs what people have said of the article and others
     * @param partition partition of the articles that the event came from
     */
    public static DeskCommand hold(
            String articleId, ArticleState state, Analysis analysis, List<PairCorrection> pairs, int partition) {
        Analysis read = Sharing.of(analysis)
                .setUrl(null)
                .setMentions(names(analysis.getMentions()))
                .setCredits(List.of())
                .setWatches(List.of())
                .build();
        return new DeskCommand(
                articleId, state.getRank(), state.getKnownAt(), partition, read, pairs, state.getCorrectedAt());
    }

    /** A person who is named in the running text, too, is one of the article and not of its credits alone. */
    private static List<Mention> names(List<Mention> mentions) {
        Map<String, Mention> names = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            boolean inText = MentionPosition.of(mention.getPosition()) == MentionPosition.BODY;
            names.putIfAbsent(
                    Keys.of(mention.getEntityId(), mention.getName(), Boolean.toString(inText)),
                    Sharing.of(mention).setText("").build());
        }
        return List.copyOf(names.values());
    }

    /**
     * Tells a desk to give an article up.
     *
     * @param partition partition of the articles that the event came from
     */
    public static DeskCommand giveUp(String articleId, ArticleState state, int partition) {
        return new DeskCommand(
                articleId, state.getRank(), state.getKnownAt(), partition, null, List.of(), state.getCorrectedAt());
    }

    /**
     * The article as the desk holds it.
     *
     * @throws IllegalArgumentException when the command gives the article up
     */
    public static DeskArticle deskArticle(DeskCommand command) {
        Analysis analysis = command.getAnalysis();
        if (analysis == null) {
            throw new IllegalArgumentException("no article in the command for " + command.getArticleId());
        }
        ClaimedTime claimed = analysis.getClaimedAt();
        Outlet outlet = analysis.getOutlet();
        return new DeskArticle(
                analysis.getArticleId(),
                analysis.getContentHash(),
                analysis.getFirstObservedAt().toEpochMilli(),
                claimed == null ? null : claimed.getAt().toEpochMilli(),
                outlet == null ? null : outlet.getName(),
                analysis.getTitle(),
                AnalysisMapping.toText(analysis),
                analysis.getQuotes().stream()
                        .map(quote -> quote.getFirstObservedAt().toEpochMilli())
                        .toList(),
                command.getKnownAt().toEpochMilli(),
                pairs(command.getCorrections()));
    }

    private static List<io.vestnik.text.PairCorrection> pairs(List<PairCorrection> pairs) {
        return pairs.stream()
                .map(pair -> new io.vestnik.text.PairCorrection(
                        pair.getCorrection(),
                        io.vestnik.text.PairCorrection.Kind.valueOf(pair.getKind()),
                        pair.getArticleId()))
                .toList();
    }
}
