/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

/**
 * An article whose story is known.
 *
 * @param id its id
 * @param story its story: one event
 * @param thread the thread of its story: events that follow from each other
 */
public record GoldStory(String id, String story, String thread) {}
