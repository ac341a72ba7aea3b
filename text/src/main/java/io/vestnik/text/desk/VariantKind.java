/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

/** How a member renders the best source of its utterance. */
public enum VariantKind {
    /** The best source itself. */
    SOURCE,
    /** The same words. */
    VERBATIM,
    /** A contiguous part of the words. */
    TRUNCATED,
    /** Parts of the words with gaps between them. */
    SPLICED,
    /** Some words changed. */
    ALTERED,
    /** Mostly other words: a change of person, another translation. */
    PARAPHRASED
}
