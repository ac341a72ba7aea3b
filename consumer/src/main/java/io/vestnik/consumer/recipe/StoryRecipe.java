/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.serde.Encoded;

/** A story: its coverage and the lines of its articles. */
public final class StoryRecipe {
    private StoryRecipe() {}

    /**
     * The view.
     *
     * @param row coverage of the story; null when there is none
     * @param lines of its articles by (firstObservedAt, articleId)
     * @return null when a side is missing
     */
    public static @Nullable StoryView view(@Nullable Coverage row, Scan<Encoded<ArticleLine>> lines) {
        if (row == null) {
            return null;
        }
        Bounded<ArticleLine> shown = new Bounded<>();
        lines.each(shown::add);
        if (shown.rows().isEmpty()) {
            return null;
        }
        return StoryView.newBuilder()
                .setStory(TopicIds.id(row.getTopic()))
                .setTitle(row.getName())
                .setArticles(row.getArticles())
                .setOriginals(row.getOriginals())
                .setCopies(row.getCopies())
                .setQuotes(row.getQuotes())
                .setOutlets(row.getOutlets())
                .setSpeakers(row.getSpeakers())
                .setEntities(row.getEntities())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setLastObservedAt(row.getLastObservedAt())
                .setHours(row.getHours())
                .setMembers(shown.rows())
                .build();
    }

    /** What a story shows of an article. */
    public static ArticleLine line(CoverageMember member) {
        return ArticleLine.newBuilder()
                .setArticleId(member.getArticleId())
                .setTitle(member.getTitle())
                .setOutlet(member.getOutlet())
                .setUrl(member.getUrl())
                .setCopyOf(member.getCopyOf())
                .setFirstObservedAt(member.getFirstObservedAt())
                .setClaimedAt(member.getClaimedAt())
                .setQuotes(member.getQuotes())
                .build();
    }
}
