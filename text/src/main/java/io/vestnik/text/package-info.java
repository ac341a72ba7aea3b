/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Pure text analysis: one pass over one article, no network, no clock, no randomness, the same bytes everywhere.
 *
 * <p>Reading order: {@link io.vestnik.text.Document} goes into {@link io.vestnik.text.Analyzer}, which gives an
 * {@link io.vestnik.text.Analysis}. What relates articles to each other lives in {@code io.vestnik.text.desk}.
 */
package io.vestnik.text;
