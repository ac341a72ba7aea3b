/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTextTest {
    private static List<String> sentences(String string) {
        SourceText text = SourceText.of(string);
        return text.sentences().stream().map(text::slice).toList();
    }

    private static List<String> tokens(String string) {
        return SourceText.of(string).tokens().stream().map(Token::text).toList();
    }

    @Test
    void shouldNotEndASentenceAtInitials() {
        assertThat(sentences("Приехал Ю. В. Громов. Его встретил А.Лунин."))
                .containsExactly("Приехал Ю. В. Громов.", "Его встретил А.Лунин.");
    }

    @Test
    void shouldNotEndASentenceAtAbbreviations() {
        assertThat(sentences("Завод им. Кирова дал 5 тыс. тонн, т.е. на 1,5 млн. больше. План выполнен."))
                .containsExactly("Завод им. Кирова дал 5 тыс. тонн, т.е. на 1,5 млн. больше.", "План выполнен.");
    }

    @Test
    void shouldEndASentenceAtAYearBeforeACapital() {
        assertThat(sentences("Это было в 2010 г. Потом всё изменилось."))
                .containsExactly("Это было в 2010 г.", "Потом всё изменилось.");
    }

    @Test
    void shouldEndASentenceAtAWholeWordBeforeAOneLetterWordWithoutASpace() {
        assertThat(sentences("Мост построили в мае 2010 года.В июле его закрыли."))
                .containsExactly("Мост построили в мае 2010 года.", "В июле его закрыли.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Парк им. А.С. Пушкина открыли.",
                "Парк им.А.С. Пушкина открыли.",
                "Парк открыл академик.А.С. Лунин.",
                "Дорога ведёт на ул.К причалу.",
            })
    void shouldNotEndASentenceBeforeAnInitialOrAfterAShortenedWord(String sentence) {
        assertThat(sentences(sentence)).containsExactly(sentence);
    }

    @Test
    void shouldKeepADatelineWithItsSentence() {
        assertThat(sentences("Тверь. 4 марта. ВЕСТИ - Мост открыт.\nВсе рады."))
                .containsExactly("Тверь. 4 марта. ВЕСТИ - Мост открыт.", "Все рады.");
    }

    @Test
    void shouldGoOnAfterAQuotationInLowerCase() {
        assertThat(sentences("«Кто там?» – спросила она. «Это мы!» Никто не ответил."))
                .containsExactly("«Кто там?» – спросила она.", "«Это мы!»", "Никто не ответил.");
    }

    @Test
    void shouldKeepAddressesNumbersAndCompoundsWhole() {
        assertThat(tokens("Как пишет vesti.ru, 15-й рейс Ту-154 сел в 12:30 04.02.2026."))
                .containsExactly(
                        "Как",
                        "пишет",
                        "vesti.ru",
                        ",",
                        "15-й",
                        "рейс",
                        "Ту-154",
                        "сел",
                        "в",
                        "12:30",
                        "04.02.2026",
                        ".");
    }

    @Test
    void shouldFoldStressAndYo() {
        assertThat(SourceText.of("Личу\u0301нь Ёлка").tokens())
                .extracting(Token::folded)
                .containsExactly("личунь", "елка");
    }

    @Test
    void shouldCountOffsetsInCodePoints() {
        SourceText text = SourceText.of("😀 мир");
        assertThat(text.length()).isEqualTo(5);
        assertThat(text.slice(text.tokens().get(1).begin(), text.tokens().get(1).end()))
                .isEqualTo("мир");
    }

    @Test
    void shouldTellLanguages() {
        assertThat(Language.detect(SourceText.of("Это случилось в городе, и он не знал, что делать")))
                .isEqualTo("ru");
        assertThat(Language.detect(SourceText.of("The minister said that it was the end of the affair")))
                .isEqualTo("en");
        assertThat(Language.detect(SourceText.of("Це сталося в місті, і він не знав, що робити")))
                .isEqualTo("uk");
        assertThat(Language.detect(SourceText.of("12 34 !!"))).isEqualTo("und");
    }

    @Property(tries = 300)
    void shouldCoverAnyTextWithTokensThatLieInOrder(@ForAll String string) {
        SourceText text = SourceText.of(string);
        int last = 0;
        for (Token token : text.tokens()) {
            for (int i = last; i < token.begin(); i++) {
                assertThat(Chars.isSpace(text.codePointAt(i))).isTrue();
            }
            assertThat(token.end()).isGreaterThan(token.begin());
            assertThat(text.slice(token.begin(), token.end())).isEqualTo(token.text());
            last = token.end();
        }
        int end = 0;
        for (Span sentence : text.sentences()) {
            assertThat(sentence.begin()).isGreaterThanOrEqualTo(end);
            end = sentence.end();
        }
        assertThat(text.sentences().stream()
                        .mapToLong(s -> text.tokenAt(s.end()) - text.tokenAt(s.begin()))
                        .sum())
                .isEqualTo(text.tokens().size());
    }
}
