/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What must be true of what is listed; null asks for nothing. Of stories it has to be true of one article, all of it of
 * the same; a story without a filter needs no article.
 *
 * @param query words as in {@link SearchRequest#query}
 * @param outlet name of the outlet, upper or lower case
 * @param entity id of an entity that is named; of entities the id itself
 * @param speaker id of a speaker's entity, or the speaker's name in upper or lower case
 * @param theme theme
 * @param language ISO 639-1 code
 * @param since first observed at this time or later
 * @param until first observed before this time
 * @param story id of a story; not of entities
 * @param article id of an article; not of entities
 * @param entityType of entities PER, LOC or ORG
 * @param minArticles of stories, utterances and entities only those of at least so many articles
 */
public record Filter(
        @Nullable String query,
        @Nullable String outlet,
        @Nullable String entity,
        @Nullable String speaker,
        @Nullable String theme,
        @Nullable String language,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String story,
        @Nullable String article,
        @Nullable String entityType,
        int minArticles) {
    /** Asks for nothing. */
    public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null, null, null, 0);
}
