/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Erases articles from what brokers and applications keep: why and how is told in ADR 11.
 *
 * <p>{@link io.vestnik.cli.erase.Eraser} is the order of the steps; the other classes are one step each.
 */
@NullMarked
package io.vestnik.cli.erase;

import org.jspecify.annotations.NullMarked;
