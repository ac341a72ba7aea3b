/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/**
 * A verb of speech with the constructions that it takes.
 *
 * @param lemma dictionary form of the verb that stands for its group
 * @param constructions letters as the resource explains them
 */
record SpeechVerb(String lemma, String constructions) {
    /** Stands beside words in quotation marks. */
    boolean direct() {
        return has('d');
    }

    /** Takes a reported clause. */
    boolean clause() {
        return has('c');
    }

    /** May follow a bare reported clause. */
    boolean parenthetic() {
        return has('p');
    }

    /** May point back to the sentence before. */
    boolean pointsBack() {
        return has('o');
    }

    /** Gives something a name. */
    boolean names() {
        return has('n');
    }

    /** Governs a fragment without a clause. */
    boolean fragment() {
        return has('f');
    }

    /** Puts a question. */
    boolean asks() {
        return has('a');
    }

    /** Renders the words of another. */
    boolean renders() {
        return has('q');
    }

    /** Is a view rather than an act of speech. */
    boolean view() {
        return has('v');
    }

    /** Has no speaker of its own. */
    boolean impersonal() {
        return has('i');
    }

    /** Speaks only where it is denied: «не исключил, что …». */
    boolean denied() {
        return has('x');
    }

    private boolean has(char construction) {
        return constructions.indexOf(construction) >= 0;
    }
}
