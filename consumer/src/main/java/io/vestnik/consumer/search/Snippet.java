/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.List;

/**
 * A stretch of text with the words that were searched for.
 *
 * @param text the stretch, at most some {@value Snippets#LENGTH} code points; the title when the words stand in names
 *     alone
 * @param matches where the words stand in it, in the order of the text; they do not overlap
 */
public record Snippet(String text, List<Match> matches) {
    /**
     * A word that was searched for.
     *
     * @param begin first code point, counted from the begin of the snippet
     * @param end one past the last code point
     */
    public record Match(int begin, int end) {}
}
