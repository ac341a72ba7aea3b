/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;

import static io.vestnik.text.quotes.ReadRussian.quotes;
import static org.assertj.core.api.Assertions.assertThat;

class ExchangeTest {
    /** A transcript on one line: its labels stand within it, and «Вопрос» is nobody. */
    @Test
    void shouldReadATranscriptWhoseLineBreaksWereLost() {
        List<Quote> quotes = quotes("Пётр Гусев рассказал о гонке. Вопрос: Вы довольны?Пётр Гусев: Не совсем. "
                + "Было скользко! Вопрос: А что с мотором?Пётр Гусев: Он новый");

        assertThat(quotes).extracting(Quote::kind).containsOnly(QuoteKind.TURN);
        assertThat(quotes)
                .extracting(Quote::text)
                .containsExactly("Вы довольны?", "Не совсем. Было скользко!", "А что с мотором?", "Он новый");
        assertThat(quotes).extracting(Quote::speaker).containsExactly(null, "Пётр Гусев", null, "Пётр Гусев");
    }

    @Test
    void shouldTakeNoTurnsWhereNoLabelComesAgain() {
        assertThat(quotes("Победил Пётр Гусев: он проехал быстрее всех. Второй Иван Котов: он старше. "
                        + "Третий Олег Рыбин: он из Твери."))
                .extracting(Quote::kind)
                .doesNotContain(QuoteKind.TURN);
    }

    @Test
    void shouldGiveTheAnswersOfAnInterviewToTheOneWhomTheLeadNames() {
        List<Quote> quotes = quotes("""
                Интервью с певицей Анной Бергман.
                – Как вы начали петь?
                – Я пела с детства. Потом была школа.
                Там было весело.
                – А что было потом?
                – Потом я поступила в консерваторию.
                Концерт состоится в среду.""");

        assertThat(quotes).extracting(Quote::kind).containsOnly(QuoteKind.DIRECT);
        assertThat(quotes)
                .extracting(Quote::text)
                .containsExactly(
                        "Как вы начали петь?",
                        "Я пела с детства. Потом была школа.\nТам было весело",
                        "А что было потом?",
                        "Потом я поступила в консерваторию");
        assertThat(quotes).extracting(Quote::speaker).containsExactly(null, "Анна Бергман", null, "Анна Бергман");
    }

    @Test
    void shouldGiveNoQuestionToTheOneWhoAnswers() {
        List<Quote> quotes = quotes("""
                Певица Анна Бергман заявила, что устала.
                – Как вы начали петь?
                – Я пела с детства.
                – А что было потом?
                – Потом я поступила в консерваторию.
                Концерт состоится в среду.""");

        assertThat(quotes)
                .extracting(Quote::speaker)
                .containsExactly("Анна Бергман", null, "Анна Бергман", null, "Анна Бергман");
    }

    @Test
    void shouldNameNobodyWhenTheLeadNamesSeveral() {
        List<Quote> quotes = quotes("""
                Анна Бергман и Пётр Дёмин пришли к нам.
                – Вы рады?
                – Я рада.
                – А вы что скажете?
                – Я тоже рад.""");

        assertThat(quotes).hasSize(4).extracting(Quote::speaker).containsOnlyNulls();
    }

    @Test
    void shouldReadADialogueWhoseLineBreaksWereLost() {
        List<Quote> quotes = quotes("Они сели в лодку.  - Я взял с собой чай.  - Надо же! (улыбка). Ты что, замёрз?"
                + "  - Нет. Я люблю чай.  - Где твоя кружка? (улыбка).  - Вот она, под сетью.  Пётр Дёмин отчалил.");

        assertThat(quotes)
                .extracting(Quote::text)
                .containsExactly(
                        "Я взял с собой чай",
                        "Надо же! (улыбка). Ты что, замёрз?",
                        "Нет. Я люблю чай",
                        "Где твоя кружка?",
                        "Вот она, под сетью");
    }

    @Test
    void shouldReadTheLinesBesideOneWithAnAttribution() {
        assertThat(quotes("– Куда плывём? – спросил Пётр Дёмин.\n– Я гребу домой.\n– Поворачивай!"))
                .extracting(Quote::text)
                .containsExactly("Куда плывём?", "Я гребу домой", "Поворачивай!");
    }

    @Test
    void shouldReadALineThatAnAttributionLeads() {
        assertThat(quotes("Директор школы Анна Ким рассказала нам:\n– Дети учатся хорошо. Школа новая."))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.text()).isEqualTo("Дети учатся хорошо. Школа новая");
                    assertThat(quote.speaker()).isEqualTo("Анна Ким");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Список дел:\n- Построить школу\n- Купить автобус\n- Открыть парк",
                "Список дел: - Построить школу. - Купить автобус. - Открыть парк.",
                "Вопросы дня:\n- Что делать?\n- Куда идти?\n- Кого ждать?",
                "Список дел:\n- Мы построим школу;\n- Мы купим автобус;\n- Мы откроем парк;",
            })
    void shouldNotTakeAListForAConversation(String text) {
        assertThat(quotes(text)).isEmpty();
    }
}
