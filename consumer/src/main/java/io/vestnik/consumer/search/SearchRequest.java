/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.Set;

/**
 * What is searched for.
 *
 * @param query words, "phrases", -excluded ones and prefixes*, see {@link QueryText}
 * @param kinds what is looked among; empty = everything
 * @param after cursor of the page before; empty = the best
 * @param limit how many hits at most, 1 to {@value SearchIndex#MAX_LIMIT}
 */
public record SearchRequest(String query, Set<SearchKind> kinds, String after, int limit) {}
