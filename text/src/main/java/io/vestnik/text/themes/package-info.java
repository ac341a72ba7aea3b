/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an article is about: one of a few themes, by a linear classifier over its words and over classes of words that a
 * lexicon tells. All sums are of whole numbers, so that every machine finds the same theme.
 */
@NullMarked
package io.vestnik.text.themes;

import org.jspecify.annotations.NullMarked;
