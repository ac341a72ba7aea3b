/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.Quote;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever wrote or sent an article says nothing in it, unless the text speaks of the same person. */
class AuthorsTest {
    private static final Analyzer ANALYZER = new Analyzer();

    private static @Nullable String speaker(String language, String text) {
        List<Quote> quotes =
                ANALYZER.analyze(new Document("a", text, null, language)).quotes();
        assertThat(quotes).hasSize(1);
        return quotes.get(0).speaker();
    }

    @Test
    void shouldNotTakeTheAuthorForTheSpeaker() {
        assertThat(speaker("ru", "Автор: Павел Громов\n«Мы откроем мост в мае», — сказал он."))
                .isNull();
        assertThat(speaker("ru", "Текст: Павел Громов\n«Мы откроем мост в мае», — сказал Громов."))
                .isEqualTo("Громов");
    }

    @Test
    void shouldTakeTheAuthorWhomTheTextNames() {
        assertThat(speaker(
                        "ru",
                        "Автор: Павел Громов\nНа мост приехал Павел Громов. «Мы откроем мост в мае», — сказал он."))
                .isEqualTo("Павел Громов");
        assertThat(speaker(
                        "ru",
                        "На мост приехал Павел Громов. «Мы откроем мост в мае», — сказал он.\nАвтор: Олег Лескин"))
                .isEqualTo("Павел Громов");
    }

    @Test
    void shouldNotTakeTheAuthorForTheSpeakerInEnglish() {
        assertThat(speaker("en", "By John Carver\n“We will open the bridge in May,” he said."))
                .isNull();
        assertThat(speaker("en", "By John Carver\nSimon Dawes came. “We will open the bridge in May,” he said."))
                .isEqualTo("Simon Dawes");
        assertThat(speaker("en", "By Simon Dawes\nSimon Dawes came. “We will open the bridge in May,” he said."))
                .isEqualTo("Simon Dawes");
    }

    @Test
    void shouldNotTakeTheAgencyOfADatelineForTheSpeaker() {
        assertThat(speaker("en", "LONDON (Reuters) - “We will open the bridge in May,” the company said."))
                .isEqualTo("company");
    }
}
