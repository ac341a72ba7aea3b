/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;

import static io.vestnik.text.quotes.ReadRussian.only;
import static io.vestnik.text.quotes.ReadRussian.quotes;
import static org.assertj.core.api.Assertions.assertThat;

class QuoteFinderTest {
    private static final Analyzer ANALYZER = new Analyzer();

    @Test
    void shouldAttributeAQuoteFollowedByItsSpeaker() {
        Quote quote = only("«Мост откроют в сентябре, работы идут по графику», – сообщил губернатор Андрей Соколов.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.text()).isEqualTo("Мост откроют в сентябре, работы идут по графику");
        assertThat(quote.speaker()).isEqualTo("Андрей Соколов");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.PER);
        assertThat(quote.cue()).isEqualTo("сообщил");
    }

    @Test
    void shouldAttributeAQuoteLedByItsSpeaker() {
        Quote quote = only("Министр Елена Воронцова заявила: \"Денег в бюджете хватит всем\".");

        assertThat(quote.text()).isEqualTo("Денег в бюджете хватит всем");
        assertThat(quote.speaker()).isEqualTo("Елена Воронцова");
    }

    @Test
    void shouldTakeAFragmentInAReportedClauseForAPartialQuote() {
        List<Quote> quotes = quotes("Андрей Соколов добавил, что переговоры \"идут трудно, но честно\".");

        assertThat(quotes).extracting(Quote::kind).containsExactlyInAnyOrder(QuoteKind.INDIRECT, QuoteKind.PARTIAL);
        assertThat(quotes).extracting(Quote::text).contains("идут трудно, но честно");
        assertThat(quotes).extracting(Quote::speaker).containsOnly("Андрей Соколов");
    }

    @Test
    void shouldJoinThePartsOfAnInterruptedQuote() {
        Quote quote = only("«Мы готовы, – подчеркнул Андрей Соколов. – Осталось подписать договор».");

        assertThat(quote.parts())
                .extracting(part -> "«Мы готовы, – подчеркнул Андрей Соколов. – Осталось подписать договор»."
                        .substring(part.begin(), part.end()))
                .containsExactly("Мы готовы", "Осталось подписать договор");
        assertThat(quote.speaker()).isEqualTo("Андрей Соколов");
    }

    @Test
    void shouldReadAnAttributionOnALineOfItsOwn() {
        Quote quote =
                only("Суд вынес решение.\n\n\"Это решение мы будем обжаловать в Верховном суде\"\n\n– Ольга Крылова\n\n"
                        + "Заседание длилось час.");

        assertThat(quote.text()).isEqualTo("Это решение мы будем обжаловать в Верховном суде");
        assertThat(quote.speaker()).isEqualTo("Ольга Крылова");
    }

    @Test
    void shouldReadTheTurnsOfATranscript() {
        List<Quote> quotes = quotes("Стенограмма встречи\nА.Соколов: Добрый день!\nРад вас видеть.\n"
                + "Ольга Крылова (как переведено): Спасибо за приглашение.\nИсточник: пресс-служба");

        assertThat(quotes).extracting(Quote::kind).containsOnly(QuoteKind.TURN);
        assertThat(quotes)
                .extracting(Quote::text)
                .containsExactly("Добрый день!\nРад вас видеть.", "Спасибо за приглашение.");
        assertThat(quotes).extracting(Quote::speaker).contains("Ольга Крылова");
    }

    @Test
    void shouldGiveAPronounToWhoeverSpokeLast() {
        List<Quote> quotes = quotes("«Дорогу закроют на месяц», – сказал инженер Павел Громов. "
                + "«Объезд уже готов, он асфальтирован», – добавил он.");

        assertThat(quotes).extracting(Quote::speaker).containsExactly("Павел Громов", "Павел Громов");
    }

    @Test
    void shouldResolveAnOfficeThroughTheArticle() {
        List<Quote> quotes = quotes("В Твери прошла встреча. Директор завода Павел Громов открыл ее. "
                + "Мэр города Ольга Крылова тоже выступила. «Цех построят за год», – сказал директор завода.");

        assertThat(quotes).extracting(Quote::speaker).containsExactly("Павел Громов");
    }

    @Test
    void shouldRememberTheOfficeByWhichASpeakerWasIntroduced() {
        List<Quote> quotes = quotes("Лесничий Павел Громов сообщил, что пожар потушен. Погода менялась трижды за день. "
                + "«Лес восстановится через десять лет», – сказал лесничий.");

        assertThat(quotes).extracting(Quote::speaker).containsOnly("Павел Громов");
    }

    @Test
    void shouldKeepADescriptionThatTheArticleDoesNotResolve() {
        Quote quote = only("«Пострадавших нет, движение восстановлено», – рассказал представитель железной дороги.");

        assertThat(quote.speaker()).isEqualTo("представитель железной дороги");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.ROLE);
    }

    @Test
    void shouldPutABodyIntoTheNominative() {
        Quote quote = only("В пресс-службе областного правительства сообщили, что школы откроются в понедельник.");

        assertThat(quote.speaker()).isEqualTo("пресс-служба областного правительства");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.ORG);
        assertThat(quote.text()).isEqualTo("школы откроются в понедельник");
    }

    @Test
    void shouldFindReportedSpeechInItsConstructions() {
        assertThat(only("По словам Ольги Крыловой, ремонт школы закончат к осени.")
                        .text())
                .isEqualTo("ремонт школы закончат к осени");
        assertThat(only("Как сообщил Павел Громов, цех остановлен.").text()).isEqualTo("цех остановлен");
        assertThat(only("Цех остановлен на неделю, сообщил Павел Громов.").text())
                .isEqualTo("Цех остановлен на неделю");
        assertThat(only("Цех остановлен на неделю. Об этом сообщил Павел Громов.")
                        .text())
                .isEqualTo("Цех остановлен на неделю");
    }

    @Test
    void shouldSplitReportedSpeechAroundItsAttribution() {
        String text = "Новый цех, по оценке Павла Громова, даст работу сотне человек.";
        Quote quote = only(text);

        assertThat(quote.parts())
                .extracting(part -> text.substring(part.begin(), part.end()))
                .containsExactly("Новый цех", "даст работу сотне человек");
    }

    @Test
    void shouldNotTakeNamesInMarksForQuotes() {
        assertThat(quotes("Завод «Прогресс» и газета \"Рабочий путь\" провели фестиваль «Большая вода». "
                        + "В кинотеатре «Луч» показали фильм «Мы ехали домой»."))
                .isEmpty();
    }

    @Test
    void shouldNotTakeTheCreditOfAnOutletForReportedSpeech() {
        assertThat(quotes("Цех остановлен на неделю, сообщает ТАСС. В городе закрыли мост, передает РИА Новости."))
                .isEmpty();
    }

    @Test
    void shouldLeaveTheSpeakerOpenWhenTheArticleDoesNotTell() {
        Quote quote = only("Отмечается, что работы идут «с большим опозданием».");

        assertThat(quote.kind()).isEqualTo(QuoteKind.PARTIAL);
        assertThat(quote.speaker()).isNull();
        assertThat(quote.speakerType()).isNull();
    }

    @Test
    void shouldAttributeDialogueOpenedByDashes() {
        Quote quote = only(
                "Жители вышли на сход.\n– Воды нет вторую неделю, – рассказала Ольга Крылова. – Терпение кончилось.\n"
                        + "Власти обещают помочь.");

        assertThat(quote.parts()).hasSize(2);
        assertThat(quote.speaker()).isEqualTo("Ольга Крылова");
    }

    @Test
    void shouldPartTheSpeakersOfADialogue() {
        List<Quote> quotes = quotes("Разговор записал сосед.\n– Кто вас прислал? – спросил Павел Громов.\n"
                + "– Меня никто не присылал, – ответила Ольга Крылова.");

        assertThat(quotes).extracting(Quote::text).containsExactly("Кто вас прислал?", "Меня никто не присылал");
        assertThat(quotes).extracting(Quote::speaker).containsExactly("Павел Громов", "Ольга Крылова");
    }

    @Test
    void shouldCountOffsetsInCodePoints() {
        Quote quote = only("\uD83D\uDE00\uD83D\uDE00 «Всё получилось, и мы рады», – сказал Павел Громов.");

        assertThat(quote.begin()).isEqualTo(4);
        assertThat(quote.text()).isEqualTo("Всё получилось, и мы рады");
    }

    @Test
    void shouldFindNothingInOtherLanguages() {
        assertThat(ANALYZER.analyze(new Document("a", "„Wir sind bereit“, sagte der Minister am Montag.", null, "de"))
                        .quotes())
                .isEmpty();
    }
}
