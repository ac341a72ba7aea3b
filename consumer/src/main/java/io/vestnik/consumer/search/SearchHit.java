/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

/**
 * Something that was found.
 *
 * @param id story, article, utterance or entity id
 * @param title what it is called: a title, the words of an utterance, a name
 * @param snippet where the words stand
 * @param score how good it is; comparable within one answer
 */
public record SearchHit(SearchKind kind, String id, String title, Snippet snippet, float score) {}
