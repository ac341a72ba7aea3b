/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is known of a text before any meaning is read from it: its code points, tokens, sentences, language and word
 * forms.
 */
package io.vestnik.text.lang;
