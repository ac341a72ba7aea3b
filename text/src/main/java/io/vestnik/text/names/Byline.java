/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/**
 * A stretch of tokens that may be a byline.
 *
 * @param first index of the first token
 * @param end one past the index of the last token
 * @param sure false when it is none if the article speaks of the same person elsewhere
 */
record Byline(int first, int end, boolean sure) {}
