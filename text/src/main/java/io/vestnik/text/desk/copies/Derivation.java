/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.List;

import io.vestnik.text.Span;

/**
 * A good part of an article's text stands in another one.
 *
 * @param articleId the other article
 * @param share part of this article's shingles found there, in thousandths
 * @param spans stretches of this article that stand there, in code points, in the order of the text, none overlapping;
 *     at most the 32 longest, none shorter than five words
 */
public record Derivation(String articleId, int share, List<Span> spans) {}
