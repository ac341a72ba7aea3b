/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

/**
 * Two articles that were judged.
 *
 * @param a id of one
 * @param b id of the other
 * @param same whether they are about one event
 */
public record GoldPair(String a, String b, boolean same) {}
