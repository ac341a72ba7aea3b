/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Puts another application in the place of the one that writes the tables. {@link io.vestnik.cli.upgrade.Upgrade} goes
 * through the steps; {@link io.vestnik.cli.upgrade.StagedBuild} builds the new tables beside the live ones, the deltas
 * write what differs, and {@link io.vestnik.cli.upgrade.Remains} knows what an application has for itself on a cluster.
 */
@NullMarked
package io.vestnik.cli.upgrade;

import org.jspecify.annotations.NullMarked;
