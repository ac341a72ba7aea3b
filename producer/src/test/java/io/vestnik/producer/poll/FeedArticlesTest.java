/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedArticlesTest {
    @ParameterizedTest
    @CsvSource({
        "ru, Мэрия открыла причал, ru",
        "ru-RU, Мэрия открыла причал, ru",
        "en-US, Мэрия открыла причал,",
        "en-us, The city opened a pier, en",
        "ru, The city opened a pier,",
        "de, Die Stadt öffnet,",
        "russian, Мэрия,",
        ", Мэрия,",
    })
    void shouldBelieveALanguageThatTheScriptAgreesWith(@Nullable String tag, String text, @Nullable String language) {
        assertThat(FeedArticles.language(tag, text)).isEqualTo(language);
    }
}
