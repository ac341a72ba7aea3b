/* SPDX-License-Identifier: Apache-2.0 */
/** The subcommands of {@code vestnik}, one class each, and the options that they share. */
@NullMarked
package io.vestnik.cli.command;

import org.jspecify.annotations.NullMarked;
