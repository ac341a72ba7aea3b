/* SPDX-License-Identifier: Apache-2.0 */
/** How far articles are sorted into the stories and threads that they belong to. */
@NullMarked
package io.vestnik.cli.eval.stories;

import org.jspecify.annotations.NullMarked;
