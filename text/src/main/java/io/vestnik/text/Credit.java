/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/**
 * An outlet that the article cites as its source.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param text the words as written
 * @param outlet normalized name of the outlet
 */
public record Credit(int begin, int end, String text, String outlet) {}
