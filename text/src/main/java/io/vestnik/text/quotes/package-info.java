/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who said what: quotes, their speakers, and the outlets that an article credits.
 *
 * <p>Reading order: {@link io.vestnik.text.quotes.QuoteFinder} is the recipe. It pairs the quotation marks
 * ({@link io.vestnik.text.quotes.MarkScanner}), finds what each sentence reports and whom it names as the source, tells
 * speech from names in marks, and gives each quote its speaker ({@link io.vestnik.text.quotes.SpeakerResolver}).
 */
package io.vestnik.text.quotes;
