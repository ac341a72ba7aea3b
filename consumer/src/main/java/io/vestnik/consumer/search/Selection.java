/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

/**
 * Which part of a list is asked for.
 *
 * @param kind what the list is of
 * @param filter what must be true of its items
 * @param order how it is sorted
 * @param after cursor that the part begins behind, {@link SelectedPage#next} of another answer; empty = the beginning
 * @param limit how many at most, 1 to {@value SearchIndex#MAX_LIMIT}
 */
public record Selection(SearchKind kind, Filter filter, Order order, String after, int limit) {
    /** How a list is sorted. */
    public enum Order {
        /** Most articles first, then by id as UTF-8. */
        ARTICLES,
        /** Latest first, by id as UTF-8 within the same millisecond. */
        LATEST,
        /** Entities that are quoted, most quotes first, then by id as UTF-8; of entities alone. */
        QUOTES
    }
}
