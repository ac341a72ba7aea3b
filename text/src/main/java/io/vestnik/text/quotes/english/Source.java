/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;

import io.vestnik.text.Mention;

/**
 * The words that say who speaks.
 *
 * @param first index of the first item
 * @param end one past the index of the last item
 * @param form how they say it
 * @param names the names of the speakers; empty for a pronoun or a phrase without one
 */
record Source(int first, int end, Form form, List<Mention> names) {
    enum Form {
        /** A person, body or place by name. */
        NAME,
        /** He, she, it, they. */
        PRONOUN,
        /** An office, a description, a body without a name of its own. */
        PHRASE
    }
}
