/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;

import static io.vestnik.text.quotes.ReadRussian.quotes;
import static org.assertj.core.api.Assertions.assertThat;

/** One construction a line: a text, and how far the words go that it reports. */
class RussianSpansTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "По мнению мэра Ивана Петрова, проект можно назвать «сырым», поскольку денег нет.|сырым|Иван Петров",
                "По мнению «Ведомостей», этот шаг знаменует «коренной» поворот.|коренной|Ведомости",
                "По оценке Ивана Петрова, мост стоит «чудовищных денег».|чудовищных денег|Иван Петров",
            })
    void shouldTakeTheMarkedWordsOfAnOpinion(String text, String words, String speaker) {
        assertThat(quotes(text)).anySatisfy(quote -> {
            assertThat(quote.kind()).isEqualTo(QuoteKind.PARTIAL);
            assertThat(quote.text()).isEqualTo(words);
            assertThat(quote.speaker()).isEqualTo(speaker);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Местные жители говорят, вода пропала еще в среду.|вода пропала еще в среду|местные жители",
                "Врачи уверены, эпидемия пошла на спад.|эпидемия пошла на спад|врачи",
                "Дачники говорят, лифт шумит так, что спать нельзя.|лифт шумит так, что спать нельзя|дачники",
                "Министр заявил, комментируя решение суда, что закон отменят.|закон отменят|министр",
                "Министр Елена Громова заявила, отвечая на вопрос, что закон отменят.|закон отменят|Елена Громова",
                "О том, что дорогу закроют, сообщил мэр Иван Петров.|дорогу закроют|Иван Петров",
                "Дорогу закроют в среду, об этом сообщил мэр Иван Петров.|Дорогу закроют в среду|Иван Петров",
                "Мост закроют в мае. С таким предупреждением выступил мэр Иван Петров.|Мост закроют в мае|Иван Петров",
                "Мост закроют в мае. Соответствующее заявление сделал мэр Иван Петров.|Мост закроют в мае|Иван Петров",
                "Мост закроют в мае. Это подтвердил «Заре» мэр Иван Петров.|Мост закроют в мае|Иван Петров",
                "Мост закроют в мае. Иван Петров сообщил об этом в среду.|Мост закроют в мае|Иван Петров",
                "Мост закроют, сказал Иван Петров. Такое заявление он сделал в среду.|Мост закроют|Иван Петров",
                "По мнению ряда экспертов рубль вырастет к весне.|рубль вырастет к весне|ряд экспертов",
                "Большинство жителей считают, что вода чистая.|вода чистая|большинство жителей",
                "По данным разведки, армия отошла.|армия отошла|разведка",
                "По мнению И. Петрова, налог отменят летом.|налог отменят летом|И. Петров",
                "По словам Ивана Петрова, мост закроют, но он считает, что ненадолго.|ненадолго|Иван Петров",
                "Прибыль упала, следует из отчета компании «Луг».|Прибыль упала|Луг",
                "Иван Петров не исключил, что мост закроют.|мост закроют|Иван Петров",
                "Мэр Иван Петров сказал, мол, войны не будет.|войны не будет|Иван Петров",
                "Пострадавший попросил, чтобы ему вернули деньги.|ему вернули деньги|пострадавший",
                "Между тем Иван Петров уточнил, что мост закроют.|мост закроют|Иван Петров",
                "ЛУГА - 3 июля. Рыбаки спасли лося, сообщила Ольга Крылова.|Рыбаки спасли лося|Ольга Крылова",
                "Сейчас, по словам мэра, мост закрыт.|Сейчас, по словам мэра, мост закрыт|мэр",
                "Завод, который, по словам Ивана Петрова, разорился, продали.|который, по словам Ивана Петрова, разорился|Иван Петров",
                "Полиция заявила в отчете, что краж нет. В нем говорится, что город спокоен.|город спокоен|Полиция",
            })
    void shouldTellHowFarReportedWordsGo(String text, String words, String speaker) {
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
                "Дети не поехали.- Нам сказали, что мест нет. Мы ждали,- рассказала Ольга Крылова.|DIRECT|Нам сказали, что мест нет. Мы ждали",
                "— Мост упал ночью. Никто не пострадал! — говорится в сообщении мэрии.|DIRECT|Мост упал ночью. Никто не пострадал!",
                "«Мост откроют осенью. Деньги есть». Об этом написал мэр Иван Петров.|DIRECT|Мост откроют осенью. Деньги есть",
                "«Дорогу закроют», — рассказал Иван Петров, — «и не откроют».|DIRECT|и не откроют",
                "Иван Петров написал: «Лёд пошёл». «9:15. Пристань. Туман».|DIRECT|9:15. Пристань. Туман",
                "\"Кабан ушёл ночью\", - отметили в полиции. \"Он был сыт\".|DIRECT|Он был сыт",
                "Как заметил Иван Петров, «зима покажет, кто готов».|DIRECT|зима покажет, кто готов",
                "Мэр признался, что «не ждал такого», и попросил прощения.|PARTIAL|не ждал такого",
                "Иван Петров сказал, что сосед просто «прихватил» лодку.|PARTIAL|прихватил",
                "Иван Петров сказал, что 'дороги больше нет'.|PARTIAL|дороги больше нет",
            })
    void shouldTellHowFarWordsInMarksGo(String text, QuoteKind kind, String words) {
        assertThat(quotes(text))
                .filteredOn(quote -> quote.kind() == kind)
                .extracting(Quote::text)
                .contains(words);
    }

    @Test
    void shouldEndAReportedClauseBeforeTheWordsThemselves() {
        assertThat(quotes("Иван Петров добавил, что ферма растет: «Мы купили коров и строим сыроварню»."))
                .extracting(Quote::text)
                .containsExactly("ферма растет", "Мы купили коров и строим сыроварню");
    }

    @Test
    void shouldReadAListOfWordsOfOneSpeaker() {
        assertThat(
                        quotes(
                                "«Вы пели чудесно!», «Слушаю весь вечер», «Золотой голос», «Это надо слышать», – написали студенты."))
                .hasSize(4)
                .extracting(Quote::speaker)
                .containsOnly("студенты");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "«Кто рано встаёт, тому бог подаёт!» Теперь о погоде.",
                "О теплицах, которые строят фермеры, говорил Иван Петров.",
                "О том, как живут фермеры, рассказал Иван Петров.",
                "В статье написано, что киты поют.",
                "Охотники видели, как лесник заметил дым.",
                "Мэрия пояснила, в каких дворах чистят снег.",
                "Рыбак считал, что лёд прочен. Он провалился.",
                "Следует учесть, что мост закрыт.",
                "Мост, благодаря которому город «ожил», закрыт.",
            })
    void shouldNotInventWords(String text) {
        assertThat(quotes(text)).isEmpty();
    }

    @Test
    void shouldNotTakeAWordThatIsSpokenOfForOneThatWasSpoken() {
        assertThat(quotes("Повар сказал, что не любит слово «вкусняшка»."))
                .extracting(Quote::kind)
                .containsExactly(QuoteKind.INDIRECT);
    }
}
