/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.List;

/**
 * A part of a list.
 *
 * @param ids in the order of the list
 * @param next cursor of the next part; empty when there is none
 */
public record SelectedPage(List<String> ids, String next) {}
