/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Names in English articles: rules over gazetteers and what an article itself tells of a word. See
 * {@link io.vestnik.text.names.english.EnglishNames} for what counts as a name.
 */
@NullMarked
package io.vestnik.text.names.english;

import org.jspecify.annotations.NullMarked;
