/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/**
 * A stretch of a text in Unicode code points.
 *
 * @param begin first code point
 * @param end one past the last code point
 */
public record Span(int begin, int end) {
    public Span {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("span " + begin + ".." + end + " is not a stretch of a text");
        }
    }
}
