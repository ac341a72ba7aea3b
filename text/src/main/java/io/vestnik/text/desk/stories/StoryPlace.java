/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;

/**
 * Where an article stands among the stories.
 *
 * @param story id of the story
 * @param thread id of the first story of its thread; the story itself when it follows none
 * @param links evidence for the story: earlier articles of it that this one is like, strongest first; empty for the
 *     story's first article
 */
public record StoryPlace(String story, String thread, List<StoryLink> links) {}
