/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Names of persons, places and organizations: where they stand, what they are in the nominative, which of them mean the
 * same, and which offices the text gives to whom.
 *
 * <p>Reading order: {@link io.vestnik.text.names.NameFinder} asks a {@link io.vestnik.text.names.NameRecognizer} for
 * spans and an {@link io.vestnik.text.names.EntityLinker} for what they mean; the result is an
 * {@link io.vestnik.text.names.ArticleEntities}.
 */
package io.vestnik.text.names;
