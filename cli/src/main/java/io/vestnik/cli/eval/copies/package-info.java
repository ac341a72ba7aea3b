/* SPDX-License-Identifier: Apache-2.0 */
/** How far copies are found, and templates with other facts kept apart. */
@NullMarked
package io.vestnik.cli.eval.copies;

import org.jspecify.annotations.NullMarked;
