/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

/**
 * One article's rendering of something said.
 *
 * @param articleId the article
 * @param begin first code point
 * @param end one past the last code point
 * @param spoken whether the words are given as they were said; reported speech otherwise
 * @param text the words; empty when they are not known
 */
public record Member(String articleId, int begin, int end, boolean spoken, String text) {
    /** Intersection over union of two spans of one article, as they stand; 0 for spans of two articles. */
    double overlap(Member other) {
        int both = Math.min(end, other.end) - Math.max(begin, other.begin);
        if (both <= 0 || !articleId.equals(other.articleId)) {
            return 0;
        }
        return (double) both / (Math.max(end, other.end) - Math.min(begin, other.begin));
    }

    /** Nearly enough the same span. */
    boolean matches(Member other) {
        return overlap(other) >= 0.5;
    }
}
