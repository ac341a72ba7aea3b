/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.text.Quote;
import io.vestnik.text.SpeakerType;

import static io.vestnik.text.quotes.ReadRussian.last;
import static org.assertj.core.api.Assertions.assertThat;

/** Offices and bodies, what they are of, and whom a description of one means. */
class RussianOfficesTest {
    private static void assertLast(String text, String words, String speaker) {
        Quote last = last(text);
        assertThat(last.text()).isEqualTo(words);
        assertThat(last.speaker()).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Школы ждут, заявил министр образования, культуры и науки Егор Быстров.|Школы ждут|Егор Быстров",
                "Школы ждут, заявил министр образования, культуры и науки.|Школы ждут|министр образования, культуры и науки",
                "По словам министра образования, культуры и науки, школы ждут.|школы ждут|министр образования, культуры и науки",
                "В министерстве образования, культуры и науки сообщили, что школы ждут.|школы ждут|министерство образования, культуры и науки",
                "В комитете по бюджету, финансам и налогам заявили, что денег нет.|денег нет|комитет по бюджету, финансам и налогам",
                "Как сообщил комитет по бюджету, финансам и налогам, денег нет.|денег нет|комитет по бюджету, финансам и налогам",
                "По данным комитета по бюджету, финансам и налогам, денег нет.|денег нет|комитет по бюджету, финансам и налогам",
                "В комитете по бюджету, торговле, финансам и налогам заявили, что денег нет.|денег нет|комитет по бюджету, торговле, финансам и налогам",
            })
    void shouldTakeAListOfMattersIntoTheOfficeOrBody(String text, String words, String speaker) {
        assertLast(text, words, speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "По словам лесника, грибов, ягод и орехов хватит всем.|грибов, ягод и орехов хватит всем|лесник",
                "Как заявил министр культуры, музеи, театры и парки откроют.|музеи, театры и парки откроют|министр культуры",
                "Министр осмотрел школы, больницы и мост, а Егор Быстров заявил, что рад.|рад|Егор Быстров",
            })
    void shouldLeaveTheCommasOfAnyOtherEnumeration(String text, String words, String speaker) {
        assertLast(text, words, speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "За Яном Кохом вышел кантри-граф Лев Гай. Ян Кох ушёл. «Я устал», — сказал кантри-граф.|Лев Гай",
                "Спел кантри-граф Лев Гай. «Я рад», — сказал Ян Кох. «Я устал», — сказал кантри-граф.|Лев Гай",
                "Выступили кантри-граф Лев Гай и кантри-граф Ян Кох. «Я устал», — сказал кантри-граф.|кантри-граф",
            })
    void shouldGoBackToTheOnlyNameThatADescriptionStoodBefore(String text, String speaker) {
        assertLast(text, "Я устал", speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Вера Белова и Ян Кох строят мост. «Опоры стоят», — сообщила прораб.|Вера Белова",
                "Вера Белова строит мост. Ян Кох помогает ей. «Опоры стоят», — сообщила бригадир.|Вера Белова",
                "Вера Белова строит мост. «Опоры стоят», — сообщил бригадир.|бригадир",
            })
    void shouldFindAWomanBehindTheMasculineNounOfHerTrade(String text, String speaker) {
        assertLast(text, "Опоры стоят", speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Глава департамента Министерства торговли Егор Быстров заявил, что цены упадут. «Хлеба хватит», — добавил представитель министерства.|Егор Быстров",
                "Глава департамента Министерства торговли Егор Быстров заявил, что цены упадут. «Хлеба хватит», — добавил представитель мэрии.|представитель мэрии",
                "Глава департамента Министерства торговли Егор Быстров заявил, что цены упадут. Ян Кох сказал, что рад. «Хлеба хватит», — добавил представитель министерства.|представитель министерства",
            })
    void shouldTakeARepresentativeOfABodyForItsOfficerWhoJustSpoke(String text, String speaker) {
        assertLast(text, "Хлеба хватит", speaker);
    }

    @Test
    void shouldKnowAnOfficerByTheFirstOfTwoOfficesJoinedByADash() {
        assertLast(
                "Вице-премьер – министр торговли Егор Быстров открыл рынок. Ян Кох заявил, что рад. "
                        + "«Цены упадут», — сказал вице-премьер.",
                "Цены упадут",
                "Егор Быстров");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Как сообщили РИА Новости в пресс-службе завода, цех закроют.|пресс-служба завода",
                "Как сообщили ТАСС в пресс-службе завода, цех закроют.|пресс-служба завода",
                "Как рассказали мир-луга.ru в пресс-службе завода, цех закроют.|пресс-служба завода",
            })
    void shouldTellTheBodyFromTheOutletThatItInformed(String text, String speaker) {
        assertLast(text, "цех закроют", speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "«Мост построят», — сказал министр Reuters.|министр",
                "Мост построят, сказал министр Bloomberg.|министр",
                "«Мост построят», — сказал эксперт Reuters.|эксперт Reuters",
            })
    void shouldNotTakeTheOutletThatWasToldIntoTheOffice(String text, String speaker) {
        assertLast(text, "Мост построят", speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Как сообщили в спортшколе, лёд крепок.|спортшкола",
                "По данным спортшколы, лёд крепок.|спортшкола",
                "По данным крайсуда, лёд крепок.|крайсуд",
                "По данным рыбинспекции, лёд крепок.|рыбинспекция",
                "Как сообщили в Госпотребслужбе, лёд крепок.|Госпотребслужба",
                "Как сообщили в спортшколе «Луг», лёд крепок.|спортшкола «Луг»",
            })
    void shouldPutBodiesOfShortenedWordsIntoTheNominative(String text, String speaker) {
        assertLast(text, "лёд крепок", speaker);
        assertThat(last(text).speakerType()).isEqualTo(SpeakerType.ORG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Пресс-служба Росрыбнадзора сообщила, что лёд тонок. Ведомство уточнило, что рыбы хватит.|Росрыбнадзор",
                "В пресс-службе Росрыбнадзора сообщили, что лёд тонок. В ведомстве уточнили, что рыбы хватит.|Росрыбнадзор",
                "В пресс-службе Росрыбнадзора сообщили, что лёд тонок. В пресс-службе уточнили, что рыбы хватит.|пресс-служба Росрыбнадзора",
            })
    void shouldFindTheBodyBehindItsPressService(String text, String speaker) {
        assertLast(text, "рыбы хватит", speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Лодочник Егор Быстров вышел к людям. «Лодки готовы», — цитирует его заявление ТАСС.|Егор Быстров",
                "Мэр Вера Белова вышла к людям. «Лодки готовы», — цитирует её заявление ТАСС.|Вера Белова",
            })
    void shouldTellWhomAnOutletQuotesByAPronoun(String text, String speaker) {
        assertLast(text, "Лодки готовы", speaker);
    }
}
