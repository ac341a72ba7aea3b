/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;

import static io.vestnik.text.quotes.ReadRussian.quotes;
import static org.assertj.core.api.Assertions.assertThat;

/** One rule a line: a text, the last words reported in it, and who said them. */
class RussianSpeakersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Врачи обратили внимание на то, что прививки подешевели.|прививки подешевели|врачи",
                "Посол Олег Карпов выразил надежду, что стороны договорятся.|стороны договорятся|Олег Карпов",
                "Посол Олег Карпов дал понять, что визит отложен.|визит отложен|Олег Карпов",
                "В МИД РФ заявили, что переговоры продолжатся.|переговоры продолжатся|МИД РФ",
                "Киев заявил, что обмен пленными состоится.|обмен пленными состоится|Киев",
                "Как позднее сообщили «Вестям» в пресс-службе «Автодора», трассу закроют.|трассу закроют|пресс-служба «Автодора»",
                "В «Рассвете» пояснили, что поставки возобновятся.|поставки возобновятся|Рассвет",
                "На сайте администрации города говорится, что воду дадут.|воду дадут|администрация города",
                "Аналитики сообщают, что спрос упал.|спрос упал|аналитики",
                "Источник в правоохранительных органах рассказал, что взрыва не было.|взрыва не было|источник в правоохранительных органах",
                "Штаб по борьбе с паводком сообщил, что вода уходит.|вода уходит|штаб по борьбе с паводком",
                "Адвокат Соколова Александр Почуев заявил, что его подзащитный болен.|его подзащитный болен|Александр Почуев",
                "Елена Громова, директор музея (ГМИ) и художник, рассказала, что выставка закрыта.|выставка закрыта|Елена Громова",
                "Тренер Павел Дёмин доволен. Наставник волгоградцев добавил, что отпуска не будет.|отпуска не будет|Павел Дёмин",
                "Замглавы Минфина Алексей Моисеев объявил, что налог отменят. Замминистра уточнил, что закон готов.|закон готов|Алексей Моисеев",
                "Как сообщили НТКЛ в пресс-службе завода, цех закроют.|цех закроют|пресс-служба завода",
                "Журналисты предполагают, что фильм перенесут.|фильм перенесут|журналисты",
                "12:05Наши источники сообщают, что мост открыт.|мост открыт|источники",
                "Источник, знакомый с планами завода, рассказал, что цех закроют.|цех закроют|источник, знакомый с планами завода",
                "Мост закроют летом — такую информацию сообщил инсайдер Rimbo.|Мост закроют летом|Rimbo",
                "Цены выросли вдвое, сообщает телеканал RT со ссылкой на данные Росстата.|Цены выросли вдвое|Росстат",
                "Мост построен, который, по мнению инженеров, простоит век.|который, по мнению инженеров, простоит век|инженеры",
                "По словам врача Нади Шарк, диета опасна, пишет «Заря».|диета опасна|Надя Шарк",
                "Садовники сказали, что розы цветут, пишет Агентство сельских новостей «Луг».|розы цветут|садовники",
            })
    void shouldTellWhoseReportedWordsTheyAre(String text, String words, String speaker) {
        List<Quote> quotes = quotes(text);

        assertThat(quotes).isNotEmpty();
        Quote last = quotes.get(quotes.size() - 1);
        assertThat(last.text()).isEqualTo(words);
        assertThat(last.speaker()).isEqualTo(speaker);
        assertThat(last.kind()).isEqualTo(QuoteKind.INDIRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "«Мы готовы к поставкам», — приводятся в сообщении слова главы завода Андрея Костина.|Андрей Костин",
                "«Мы готовы», — приводит «Заря» слова директора завода «Луг», академика Андрея Костина.|Андрей Костин",
                "«Мы не сдадимся», — говорится в телеграм-канале Павла Дурова.|Павел Дуров",
                "«Мы ждали весны», — говорится в сообщении «Честного слова».|Честное слово",
            })
    void shouldTellWhoseWordsInMarksTheyAre(String text, String speaker) {
        assertThat(quotes(text)).extracting(Quote::speaker).containsExactly(speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Врачи больницы написали письмо мэру. «Мы просим о помощи», — говорится в письме.|врачи больницы",
                "Авторы проекта предлагают снизить налог. «Налог слишком высок», — говорится в пояснительной записке.|авторы проекта",
                "Сенаторы от области внесли законопроект. Как следует из пояснительной записки, «налог слишком высок».|сенаторы от области",
                "Депутат Олег Карпов направил запрос. «Дорога разбита», — говорится в документе.|Олег Карпов",
            })
    void shouldTakeADocumentForOneOfThoseWhoMadeIt(String text, String speaker) {
        assertThat(quotes(text)).last().extracting(Quote::speaker).isEqualTo(speaker);
    }

    @Test
    void shouldGoOnWithThoseWhoMadeADocument() {
        List<Quote> quotes = quotes(
                "Врачи больницы написали письмо мэру. «Мы просим о помощи», — говорится в письме. Они отмечают, что лекарств нет.");

        assertThat(quotes).extracting(Quote::speaker).containsExactly("врачи больницы", "врачи больницы");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "В МЧС заявили, что пожар потушен. Также там отмечается, что жертв нет.",
                "В МЧС заявили, что пожар потушен. Там добавили, что жертв нет.",
                "Пожарные потушили склад за час. Так в МЧС прокомментировали слухи. Там уточнили, что жертв нет.",
            })
    void shouldTellTheBodyThatThereMeans(String text) {
        assertThat(quotes(text)).hasSize(2).extracting(Quote::speaker).containsOnly("МЧС");
    }

    @Test
    void shouldTakeAMessageForOneOfTheBodyThatActed() {
        List<Quote> quotes = quotes(
                "Международный олимпийский комитет перенес игры. В заявлении отмечается, что билеты останутся в силе.");

        assertThat(quotes).singleElement().satisfies(quote -> assertThat(quote.speaker())
                .isEqualTo("Международный олимпийский комитет"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Опрос проводили до того, как президент России объявил о выходных.",
                "Опасный поворот водители называют «чертовым».",
                "Ранее «Вечерние новости» писали, что завод закрыт.",
                "Завод стоит, как передает агентство «Луг».",
                "Завод стоит. Об этом пишет Luna-park.",
                "Дорогу назвали «лунной тропой», включив в список и депо, сообщает gorod24.ru.",
            })
    void shouldFindNobodysWords(String text) {
        assertThat(quotes(text)).isEmpty();
    }

    @Test
    void shouldNotTakeAFieldOfATableForAQuote() {
        String text = "\"Завод \"\"Заря\"\" остановлен. \"\"Мы ждем деталей\"\", - сказал директор Олег Карпов.\"";

        assertThat(quotes(text)).singleElement().satisfies(quote -> {
            assertThat(quote.text()).isEqualTo("Мы ждем деталей");
            assertThat(quote.speaker()).isEqualTo("Олег Карпов");
        });
    }
}
