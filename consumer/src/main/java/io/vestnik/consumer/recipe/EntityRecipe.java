/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityView;

/** An entity, the outlets that name it and the stories it is named in. */
public final class EntityRecipe {
    private EntityRecipe() {}

    /**
     * The view.
     *
     * @param entity the row; null when there is none
     * @param row coverage of the entity's topic; null when there is none
     * @param stories the first {@value CoverageRecipe#MAX_STORIES} stories of the topic's articles, sorted
     * @return null when the entity or its coverage is missing
     */
    public static @Nullable EntityView view(@Nullable Entity entity, @Nullable Coverage row, List<String> stories) {
        if (entity == null || row == null) {
            return null;
        }
        return EntityView.newBuilder()
                .setEntityId(entity.getEntityId())
                .setType(entity.getType())
                .setName(entity.getName())
                .setVariants(entity.getVariants())
                .setArticles(entity.getArticles())
                .setMentions(entity.getMentions())
                .setQuotes(entity.getQuotes())
                .setFirstObservedAt(entity.getFirstObservedAt())
                .setCompanions(entity.getCompanions())
                .setOutlets(row.getOutlets())
                .setStories(stories)
                .build();
    }
}
