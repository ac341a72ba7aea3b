/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Placement;

/** An article: what its current version says, and where it stands among the others. */
public final class ArticleRecipe {
    private static final String NOT_PLACED = "";

    private ArticleRecipe() {}

    /**
     * What an article's view shows of its analysis: all but what only the desk compares. It stands nowhere yet: its story
     * is empty.
     */
    public static ArticleView said(Analysis row) {
        return ArticleView.newBuilder()
                .setArticleId(row.getArticleId())
                .setContentHash(row.getContentHash())
                .setTitle(row.getTitle())
                .setUrl(row.getUrl())
                .setOutlet(row.getOutlet())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setClaimedAt(row.getClaimedAt())
                .setLanguage(row.getLanguage())
                .setLength(row.getLength())
                .setTheme(row.getTheme())
                .setThemeTerms(row.getThemeTerms())
                .setStory(NOT_PLACED)
                .setCredits(row.getCredits())
                .setMentions(row.getMentions())
                .setQuotes(row.getQuotes())
                .setWatches(row.getWatches())
                .build();
    }

    /**
     * The view.
     *
     * @param said what its analysis gives, see {@link #said}; null when there is none
     * @param placed its placement; null when there is none
     * @return null when a side is missing, or the two are of different versions
     */
    public static @Nullable ArticleView view(@Nullable ArticleView said, @Nullable Placement placed) {
        if (said == null || placed == null || !said.getContentHash().equals(placed.getContentHash())) {
            return null;
        }
        return ArticleView.newBuilder(said)
                .setTheme(placed.getTheme())
                .setThemeTerms(placed.getThemeTerms())
                .setStory(placed.getStory())
                .setThread(placed.getThread())
                .setStoryLinks(placed.getStoryLinks())
                .setCopyOf(placed.getCopyOf())
                .setCopyKind(placed.getCopyKind())
                .setCopyShare(placed.getCopyShare())
                .setDerivedFrom(placed.getDerivedFrom())
                .setLate(placed.getLate())
                .setCorrections(placed.getCorrections())
                .build();
    }
}
