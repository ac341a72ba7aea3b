/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/**
 * What a person has said of an article and another one. It counts once both articles are held and bear it: so it is a
 * function of the two, and one that has reached one of them only changes nothing.
 *
 * @param id the correction
 * @param kind what was said
 * @param articleId the other article
 */
public record PairCorrection(String id, Kind kind, String articleId) {
    /** What can be said of two articles. */
    public enum Kind {
        /** Neither is a copy of the other, nor are both copies of a third. */
        NOT_A_COPY,
        /** Both belong to one story. */
        SAME_STORY,
        /** They belong to two stories; so they are no copies either. */
        OTHER_STORY
    }
}
