/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A backtest from end to end: {@link io.vestnik.examples.PickUpTimes} measures how fast outlets pick up what somebody has
 * said, {@link io.vestnik.examples.SecondOutlet} acts on it, and {@link io.vestnik.examples.PickUpBacktest} tries it on the
 * history of a replay.
 */
@NullMarked
package io.vestnik.examples;

import org.jspecify.annotations.NullMarked;
