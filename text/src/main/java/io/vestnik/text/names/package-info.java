/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Names of persons, places and organizations: where they stand, what they are in the nominative, which of them mean the
 * same, and which offices the text gives to whom.
 *
 * <p>Reading order: {@link io.vestnik.text.names.NameFinder} chooses who reads a language. For Russian that is
 * {@link io.vestnik.text.names.RussianNames}, which goes from tokens with their traits (Scan, WordForms) over a learned
 * model (LearnedRecognizer) and what completes it (Completion) to the meaning of the names (EntityLinker); the result is
 * an {@link io.vestnik.text.names.ArticleEntities}. Models are learned by {@link io.vestnik.text.names.NameTrainer}.
 */
package io.vestnik.text.names;
