/* SPDX-License-Identifier: Apache-2.0 */
/** Watches of a cluster: read, declared and removed. */
@NullMarked
package io.vestnik.cli.watch;

import org.jspecify.annotations.NullMarked;
