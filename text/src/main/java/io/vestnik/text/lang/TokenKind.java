/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

/** The kind of a token. */
public enum TokenKind {
    /** Letters, with inner hyphens and apostrophes. */
    WORD,
    /** Digits, with inner separators: 1,5 or 12:30 or 04.02.2026. */
    NUMBER,
    /** A mark of punctuation; a run of full stops is one. */
    PUNCTUATION,
    /** Anything else that is not white space: signs, emoji, addresses. */
    OTHER
}
