/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.StoryIds;
import io.vestnik.text.desk.stories.Stories;

import static org.assertj.core.api.Assertions.assertThat;

class StoryIdsTest {
    /** Readers find a story by the id that its first article gave it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "https://news.example/статья?b=1"})
    void shouldBeThoseOfTheDesk(String articleId) {
        assertThat(StoryIds.of(articleId)).isEqualTo(Stories.idOf(articleId)).hasSize(16);
    }
}
