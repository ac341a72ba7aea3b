/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What was known when. A {@link io.vestnik.consumer.history.History} is every change of a run's tables in order; {@link
 * io.vestnik.consumer.history.TablesAsOf} are the tables that it makes up as of a time; a {@link
 * io.vestnik.consumer.history.Follower} gives the changes to a program as they became known, which is how a strategy is
 * tried on the past without seeing the future.
 */
@NullMarked
package io.vestnik.consumer.history;

import org.jspecify.annotations.NullMarked;
