/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/**
 * Words between two quotation marks. All offsets are code points.
 *
 * @param open where the opening mark begins
 * @param begin first code point inside the marks
 * @param end one past the last code point inside the marks
 * @param close one past the closing mark
 * @param depth how many marked spans hold this one
 */
record MarkedSpan(int open, int begin, int end, int close, int depth) {}
