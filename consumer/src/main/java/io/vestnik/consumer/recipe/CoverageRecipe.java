/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.Spike;

/** Coverage of any topic and the stories that its articles belong to. */
public final class CoverageRecipe {
    /** Stories that a view lists at most. */
    public static final int MAX_STORIES = 200;

    private CoverageRecipe() {}

    /**
     * The view.
     *
     * @param row coverage of the topic; null when there is none
     * @param stories the first {@value #MAX_STORIES} stories of its articles, sorted
     * @param spikes hours of a watch in which it was above its rule; of other topics, and of the past, none
     * @return null when a side is missing
     */
    public static @Nullable CoverageView view(@Nullable Coverage row, List<String> stories, List<Spike> spikes) {
        if (row == null || stories.isEmpty()) {
            return null;
        }
        return CoverageView.newBuilder()
                .setTopic(row.getTopic())
                .setKind(row.getKind())
                .setName(row.getName())
                .setArticles(row.getArticles())
                .setOriginals(row.getOriginals())
                .setCopies(row.getCopies())
                .setQuotes(row.getQuotes())
                .setOutlets(row.getOutlets())
                .setSpeakers(row.getSpeakers())
                .setEntities(row.getEntities())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setFirstObservedIn(row.getFirstObservedIn())
                .setLastObservedAt(row.getLastObservedAt())
                .setHours(row.getHours())
                .setStories(stories)
                .setSpikes(spikes)
                .build();
    }
}
