/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;

import static io.vestnik.text.quotes.ReadRussian.only;
import static io.vestnik.text.quotes.ReadRussian.quotes;
import static org.assertj.core.api.Assertions.assertThat;

/** Words that a paragraph, a dash or a noun sets off, and whose they are. */
class RussianSetOffTest {
    @Test
    void shouldReadAParagraphAfterAColon() {
        Quote quote = only("Лесничий Егор Быстров рассказал:\nКосули вернулись в лес после пожара.\nВечером шёл снег.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.text()).isEqualTo("Косули вернулись в лес после пожара");
        assertThat(quote.speaker()).isEqualTo("Егор Быстров");
    }

    @Test
    void shouldReadTheWholeParagraphAfterAColon() {
        Quote quote = only("Егор Быстров написал в блоге:\nЯ вернулся домой на старой лодке. Меня ждали рыбаки.\n"
                + "Вечером шёл снег.");

        assertThat(quote.text()).isEqualTo("Я вернулся домой на старой лодке. Меня ждали рыбаки");
    }

    @Test
    void shouldReadAParagraphWhoseSpeakerNobodyTells() {
        Quote quote = only("В сообщении говорится:\nКосули вернулись в лес после пожара.");

        assertThat(quote.text()).isEqualTo("Косули вернулись в лес после пожара");
        assertThat(quote.speaker()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Лесничий Егор Быстров сообщил:\nПогода стояла слишком сухая в мае;\nВетер дул с юга всю неделю.",
                "Лесничий Егор Быстров сообщил:\nпогода стояла слишком сухая в мае.",
                "Лесничий Егор Быстров сообщил:\n1. Косули вернулись в лес после пожара.\n2. Лисы ушли в степь.",
                "Лесничий Егор Быстров сообщил:\n- Косули вернулись в лес после пожара;\n- Лисы ушли в степь.",
                "Лесничий Егор Быстров сообщил:\nКарта леса для туристов и охотников.",
            })
    void shouldNotTakeAListOrAHeadingForWordsSetOff(String text) {
        assertThat(quotes(text)).isEmpty();
    }

    @Test
    void shouldLeaveAParagraphToItsOwnReport() {
        Quote quote = only("Лесничий Егор Быстров рассказал:\nИнженер Анна Гром сообщила, что косули вернулись в лес.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quote.text()).isEqualTo("косули вернулись в лес");
        assertThat(quote.speaker()).isEqualTo("Анна Гром");
    }

    @Test
    void shouldReadAParagraphInMarksOnce() {
        Quote quote = only("Лесничий Егор Быстров рассказал:\n«Косули вернулись в лес после пожара».");

        assertThat(quote.text()).isEqualTo("Косули вернулись в лес после пожара");
        assertThat(quote.evidence()).startsWith("lead/");
    }

    @Test
    void shouldReadADashQuoteOverTwoParagraphs() {
        Quote quote = only("– Баню топили дровами. Дым стоял столбом.\nВода нагрелась, – рассказал Егор Быстров.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.text()).isEqualTo("Баню топили дровами. Дым стоял столбом.\nВода нагрелась");
        assertThat(quote.speaker()).isEqualTo("Егор Быстров");
    }

    @Test
    void shouldReadADashQuoteOverThreeParagraphs() {
        assertThat(only("– Баню топили дровами.\nПотом ждали гостей.\nВода нагрелась, – рассказал Егор Быстров.")
                        .text())
                .isEqualTo("Баню топили дровами.\nПотом ждали гостей.\nВода нагрелась");
    }

    @Test
    void shouldNotCarryADashQuoteOverAParagraphThatADashOpens() {
        assertThat(only("– Баню топили дровами. Дым стоял столбом.\n– Вода нагрелась, – рассказал Егор Быстров.")
                        .text())
                .isEqualTo("Вода нагрелась");
    }

    @Test
    void shouldBeginADashQuoteAtTheLastDashThatOpensAParagraph() {
        assertThat(only("– Баню топили дровами.\n– Мы ждали гостей.\nВода нагрелась, – рассказал Егор Быстров.")
                        .text())
                .isEqualTo("Мы ждали гостей.\nВода нагрелась");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ответ мэра: «Мост откроют в мае».|мэр",
                "Ответ мэра таков: «Мост откроют в мае».|мэр",
                "Ответ мэра Егора Быстрова: «Мост откроют в мае».|Егор Быстров",
                "Доводы адвоката таковы – «Мост откроют в мае».|адвокат",
                "Доводы адвоката Егора Быстрова таковы – «Мост откроют в мае».|Егор Быстров",
                "Реакция Анны Быстровой была следующей: «Мост откроют в мае».|Анна Быстрова",
                "Комментарий пресс-службы завода: «Мост откроют в мае».|пресс-служба завода",
            })
    void shouldTellWhoseWordsANounAnnounces(String text, String speaker) {
        Quote quote = only(text);

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.text()).isEqualTo("Мост откроют в мае");
        assertThat(quote.speaker()).isEqualTo(speaker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Фото мэра: «Мост откроют в мае».",
                "Ответ: «Мост откроют в мае».",
                "Ответ на вопрос: «Мост откроют в мае».",
                "Ответ мэра на вопрос о том, когда откроют новый мост: «Мост откроют в мае».",
            })
    void shouldGiveNobodyTheWordsThatNoNounAnnounces(String text) {
        assertThat(only(text).speaker()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "По мнению «Ведомостей», цены вырастут.|Ведомости",
                "По мнению газеты «Ведомости», цены вырастут.|Ведомости",
                "По убеждению «Известий», цены вырастут.|Известия",
                "По прогнозу Reuters, цены вырастут.|Reuters",
                "По мнению РИА Новости, цены вырастут.|РИА Новости",
            })
    void shouldReportTheOpinionOfAnOutlet(String text, String speaker) {
        Quote quote = only(text);

        assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quote.text()).isEqualTo("цены вырастут");
        assertThat(quote.speaker()).isEqualTo(speaker);
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.ORG);
    }

    @Test
    void shouldNotReportWhatAnOutletRelays() {
        assertThat(quotes("По данным «Ведомостей», цены вырастут.")).isEmpty();
    }
}
