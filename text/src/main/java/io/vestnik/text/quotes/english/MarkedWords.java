/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

/**
 * Words in marks.
 *
 * @param open first code point of the opening mark
 * @param begin first code point inside
 * @param end one past the last code point inside
 * @param close one past the closing mark
 * @param single true for single marks, which mark names and titles as well
 */
record MarkedWords(int open, int begin, int end, int close, boolean single) {}
