/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;

/**
 * Why an article belongs to its story.
 *
 * @param articleId another article of the story
 * @param similarity similarity of the two in thousandths
 * @param shared terms and names that the two share, weightiest first
 */
public record StoryLink(String articleId, int similarity, List<String> shared) {}
