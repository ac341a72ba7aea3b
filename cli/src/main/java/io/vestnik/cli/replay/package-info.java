/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Replays for backtests. A {@link io.vestnik.cli.replay.ReplayCorpus} is the events of a run in one order that all runs
 * agree on; an engine ({@link io.vestnik.cli.replay.DriverEngine}) puts them through the real topologies; {@link
 * io.vestnik.consumer.history.History} is what was known when, from which every table is made up as of any time ({@link
 * io.vestnik.consumer.history.TablesAsOf}); a {@link io.vestnik.cli.replay.Manifest} says what a run was made from and what came
 * out; {@link io.vestnik.cli.replay.RunDiff} compares two.
 */
@NullMarked
package io.vestnik.cli.replay;

import org.jspecify.annotations.NullMarked;
