/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

/**
 * Articles that a desk has given up because nothing to come can relate to them.
 *
 * @param newest firstObservedAt of the newest of them, milliseconds since the epoch
 * @param articles their ids, sorted
 * @param stories ids of their stories, sorted
 * @param utterances ids of their utterances, sorted
 */
public record ColdGroup(long newest, List<String> articles, List<String> stories, List<String> utterances) {}
