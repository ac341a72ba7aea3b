/* SPDX-License-Identifier: Apache-2.0 */
/** The {@code vestnik} command. */
@NullMarked
package io.vestnik.cli;

import org.jspecify.annotations.NullMarked;
