/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param hits best first
 * @param next cursor of the next page; empty when there is none
 */
public record SearchPage(List<SearchHit> hits, String next) {}
