/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/** The kind of a quote. */
public enum QuoteKind {
    /** A full statement in quotation marks or after a dialogue dash. */
    DIRECT,
    /** A fragment in quotation marks inside the reporter's sentence. */
    PARTIAL,
    /** A transcript's turn: a speaker's name, a colon, and all paragraphs up to the next turn. */
    TURN,
    /** Reported speech without marks. */
    INDIRECT
}
