/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

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
    /** Other words for the same: another person of the verb, another translation, the reporter's account. */
    PARAPHRASED
}
