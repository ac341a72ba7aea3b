/* SPDX-License-Identifier: Apache-2.0 */
/** The subcommands that measure and train: {@code vestnik eval} and {@code vestnik train}, with what they print. */
@NullMarked
package io.vestnik.cli.command.eval;

import org.jspecify.annotations.NullMarked;
