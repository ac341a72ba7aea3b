/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why an article belongs to its story.
 *
 * @param articleId another article of the story
 * @param similarity similarity of the two in thousandths
 * @param shared terms and names that the two share, weightiest first
 * @param correction the correction by which a person put the two into one story; null when nobody did
 */
public record StoryLink(
        String articleId,
        int similarity,
        List<String> shared,
        @Nullable String correction) {}
