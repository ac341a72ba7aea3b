/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/**
 * A word of the article with its weight.
 *
 * @param term lemma, folded to lower case
 * @param weight TF-IDF against a frozen resource, in thousandths
 */
public record Term(String term, int weight) {}
