/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Quotes of English articles: marks, reporting words, and who speaks. Reading order:
 * {@link io.vestnik.text.quotes.english.EnglishQuotes}.
 */
@NullMarked
package io.vestnik.text.quotes.english;

import org.jspecify.annotations.NullMarked;
