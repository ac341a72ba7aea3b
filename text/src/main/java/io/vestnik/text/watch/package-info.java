/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Watches: which articles an expression of words, names, outlets, speakers and themes asks for. Reading order: {@link
 * io.vestnik.text.watch.Expression}, its parser, then {@link io.vestnik.text.watch.WatchSet}, which asks many at once.
 */
package io.vestnik.text.watch;
