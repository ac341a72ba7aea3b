/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

/**
 * Which part of a list is asked for.
 *
 * @param after place that the part begins behind, see {@link ViewKind#position}; empty = the beginning
 * @param limit how many views at most, at least 1
 * @param minArticles only views with at least so many articles
 * @param idPrefix only views whose id begins so; empty = all
 */
public record ListRequest(String after, int limit, int minArticles, String idPrefix) {
    /** The same part with another number of views. */
    ListRequest limit(int other) {
        return new ListRequest(after, other, minArticles, idPrefix);
    }

    /** The part behind a place. */
    ListRequest after(String position) {
        return new ListRequest(position, limit, minArticles, idPrefix);
    }

    /** First place that may be in the answer. */
    String from() {
        return after.isEmpty() ? ViewKind.position(Integer.MAX_VALUE, "") : after + '\0';
    }

    /** Comes behind the last place that may be in the answer. */
    String to() {
        return ViewKind.endOfPositions(minArticles);
    }
}
