/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.TopicKind;

/**
 * Which part of a list is asked for.
 *
 * @param after place that the part begins behind, see {@link ViewKind#place}; empty = the beginning
 * @param limit how many views at most, at least 1
 * @param minArticles only views with at least so many articles
 * @param idPrefix only views whose id begins so; empty = all
 * @param brief without what a list does not show, see {@link ViewKind#brief}
 */
public record ListRequest(String after, int limit, int minArticles, String idPrefix, boolean brief) {
    /** Most views that a reader may ask for at once. */
    public static final int MAX_LIMIT = 1000;

    /** Whole views. */
    public ListRequest(String after, int limit, int minArticles, String idPrefix) {
        this(after, limit, minArticles, idPrefix, false);
    }

    /**
     * What a reader asks for.
     *
     * @param all of utterances also those that a single article carries
     * @param type of coverage only topics of this type; empty = all
     * @throws IllegalArgumentException when the type is none, or the kind has no types
     */
    public static ListRequest of(ViewKind kind, String after, int limit, boolean all, String type) {
        int minArticles = kind == ViewKind.UTTERANCES && !all ? 2 : 0;
        return new ListRequest(after, limit, minArticles, type.isEmpty() ? "" : prefix(kind, type));
    }

    private static String prefix(ViewKind kind, String type) {
        for (TopicKind topicKind : TopicKind.values()) {
            String prefix = TopicIds.of(topicKind, "");
            if (kind == ViewKind.COVERAGE && prefix.equals(type + ":")) {
                return prefix;
            }
        }
        throw new IllegalArgumentException(
                "type is for coverage, and has to be story, theme, entity, outlet or watch.");
    }

    /** The same part with another number of views. */
    ListRequest limit(int other) {
        return new ListRequest(after, other, minArticles, idPrefix, brief);
    }

    /** The part behind a place. */
    ListRequest after(String position) {
        return new ListRequest(position, limit, minArticles, idPrefix, brief);
    }

    /** The same part, brief or whole. */
    public ListRequest brief(boolean other) {
        return new ListRequest(after, limit, minArticles, idPrefix, other);
    }
}
