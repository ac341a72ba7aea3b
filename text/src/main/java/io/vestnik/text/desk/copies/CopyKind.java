/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

/** The kind of a copy. */
public enum CopyKind {
    /** The same words. */
    EXACT,
    /** Small edits: agency line, credits, punctuation, a changed title, a sentence. */
    NEAR,
    /** At least half of the original and nothing of its own. */
    EXCERPT
}
