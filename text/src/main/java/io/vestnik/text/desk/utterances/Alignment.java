/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * Stretches of two wordings that render the same words, in words of each.
 *
 * @param bond what the two are to each other
 * @param weight how much the words tell that both have
 * @param left the wording that the first two numbers are about
 * @param leftBegin first aligned word
 * @param leftEnd one past the last aligned word
 * @param rightBegin first aligned word of the other wording
 * @param rightEnd one past its last aligned word
 */
record Alignment(Bond bond, int weight, Wording left, int leftBegin, int leftEnd, int rightBegin, int rightEnd) {
    /** What two wordings are to each other. */
    enum Bond {
        /** One thing said. */
        SAME,
        /** The same words, which the two give to different speakers. */
        CONTESTED
    }

    int begin(Wording of) {
        return of == left ? leftBegin : rightBegin;
    }

    int end(Wording of) {
        return of == left ? leftEnd : rightEnd;
    }
}
