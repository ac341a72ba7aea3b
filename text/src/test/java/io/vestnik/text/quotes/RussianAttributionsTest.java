/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Attributions away from the words, inside the report, and by more than one phrase. {@code ¶} is a line break. */
class RussianAttributionsTest {
    private static List<Quote> quotes(String text) {
        return ReadRussian.quotes(lines(text));
    }

    private static Quote last(String text) {
        return ReadRussian.last(lines(text));
    }

    private static String lines(String text) {
        return text.replace("¶", "\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // A paragraph of its own after a colon.
                "В сообщении МЧС говорится:¶Утром в доме начался пожар. Жильцы вышли сами.¶Район большой.|Утром в доме начался пожар. Жильцы вышли сами|МЧС",
                "Мэр Олег Карпов написал жителям:¶Мы построим новый мост до осени.|Мы построим новый мост до осени|Олег Карпов",
                // A dash quote over paragraphs.
                "Боксёр Игорь Дубов уехал на турнир.¶- Мы хорошо готовились всё лето.¶Теперь хочу только медаль, - отметил он.|Мы хорошо готовились всё лето.¶Теперь хочу только медаль|Игорь Дубов",
                // Single marks inside single marks.
                "'Я долго играл в 'Заре'. Теперь буду играть в 'Луче' всегда', – сказал Игорь Дубов.|Я долго играл в 'Заре'. Теперь буду играть в 'Луче' всегда|Игорь Дубов",
                // A noun announces the words.
                "Ответ мэра Олега Карпова: «Мост построят в срок».|Мост построят в срок|Олег Карпов",
                "Аргументация Карпова такова — «без моста город не проживёт».|без моста город не проживёт|Карпов",
                "«Мост построят в срок», - цитирует слова Олега Карпова ТАСС.|Мост построят в срок|Олег Карпов",
                "Мэр Олег Карпов вышел к жителям. «Мост построят в срок», - цитирует его заявление ТАСС.|Мост построят в срок|Олег Карпов",
                // A document across what stands aside.
                "Мэр Олег Карпов направил поздравление школе. В поздравлении, в частности, говорится: «Вы отлично учитесь».|Вы отлично учитесь|Олег Карпов",
                // Words in marks under a view.
                "Инженеры считают, что это «полная нелепость» для города.|полная нелепость|инженеры",
            })
    void shouldFindSpokenWordsAwayFromTheirAttribution(String text, String words, String speaker) {
        Quote quote = last(text);

        assertThat(quote.text()).isEqualTo(lines(words));
        assertThat(quote.speaker()).isEqualTo(speaker);
        assertThat(quote.kind()).isNotEqualTo(QuoteKind.INDIRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Министр образования, культуры и науки Дан Петрук заявил, что школы откроют.|школы откроют|Дан Петрук",
                "По данным министерства здравоохранения, труда и защиты, больных стало меньше.|больных стало меньше|министерство здравоохранения, труда и защиты",
                "В комитете по бюджету, финансам и налогам сообщили, что налог снизят.|налог снизят|комитет по бюджету, финансам и налогам",
                "По словам мэра, школы, сады и больницы получат тепло.|школы, сады и больницы получат тепло|мэр",
                "Как сообщил советник министра внутренних дел, депутат Олег Карпов, суд начнётся завтра.|суд начнётся завтра|Олег Карпов",
                "Мост закроют. Об этом сообщил вице-президент Союза (СМ) РФ Олег Карпов.|Мост закроют|Олег Карпов",
                "Заместитель премьер-министра - министр торговли Серик Алиев вернулся. Заместитель премьер-министра добавил, что сахар есть.|сахар есть|Серик Алиев",
                "Лидер фракции «Луга» в Госдуме Олег Карпов пришёл. Лидер фракции сказал, что закон готов.|закон готов|Олег Карпов",
                "Глава Департамента молодёжи Министерства культуры Олег Карпов открыл форум и сказал, что рад. Представитель министерства отметил, что средства есть.|средства есть|Олег Карпов",
                "Вот и рок-царь Марк Теньков приехал. Рок-царь признался, что устал.|устал|Марк Теньков",
                "Анна Котова подала в суд на банк. Истец отмечала, что дом куплен на её деньги.|дом куплен на её деньги|Анна Котова",
                "В Госпродслужбе столицы сообщили, что мест хватает.|мест хватает|Госпродслужба столицы",
                "Бой прошёл хорошо, сказали в спортшколе.|Бой прошёл хорошо|спортшкола",
                "В пресс-службе МЧС сообщили, что пожар потушен. В ведомстве добавили, что жертв нет.|жертв нет|МЧС",
                "Как сообщили ТАСС в пресс-службе мэрии, мост закрыт.|мост закрыт|пресс-служба мэрии",
                "Министр Адель Салим прилетел в Лондон. Министр сказал Fox News, что нефть не оружие.|нефть не оружие|Адель Салим",
                "По мнению ТАСС, этот шаг меняет рынок.|этот шаг меняет рынок|ТАСС",
                "Мост открыли. Кроме того, как сообщили в МЧС, вода уходит.|вода уходит|МЧС",
                "Таким образом, как считают в МЧС, вода уходит.|вода уходит|МЧС",
                "Мэр Олег Карпов сообщил, что мост открыт с конца прошлого года.В июле началась жара.|мост открыт с конца прошлого года|Олег Карпов",
                "Мэр Олег Карпов добавил, что, по его данным, вода уходит.|вода уходит|Олег Карпов",
            })
    void shouldTellWhoseReportItIs(String text, String words, String speaker) {
        Quote quote = last(text);

        assertThat(quote.text()).isEqualTo(words);
        assertThat(quote.speaker()).isEqualTo(speaker);
    }

    @Test
    void shouldReportTheClauseAroundAnAttribution() {
        Quote quote = last("Карты, полагает Олег Карпов, содержат точное описание берега.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quote.speaker()).isEqualTo("Олег Карпов");
        assertThat(quote.parts()).containsExactly(new Span(0, 5), new Span(29, 60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // Rows of a list, and a paragraph that reports by itself.
                "Мэр Олег Карпов назвал три улицы:¶Луговая¶Садовая¶Речная",
                "В мэрии сообщили следующее:¶По словам мэра, мост откроют в июле.",
                // Who sends news on is an outlet, whatever its name.
                "Троллейбусы купили в Австрии, передает logos-trans.md",
                "Троллейбусы купили в Австрии, передает rupor.md.¶Мэр Олег Карпов уехал.",
                "Троллейбусы купили в Австрии, передает «Луг».",
            })
    void shouldNotTakeTheReportersWordsForSpeech(String text) {
        assertThat(quotes(text)).noneMatch(quote -> quote.kind() == QuoteKind.DIRECT);
        assertThat(quotes(text)).noneMatch(quote -> quote.text().startsWith("Троллейбусы"));
    }

    @Test
    void shouldLeaveTheCustomaryNameOfAThingAlone() {
        assertThat(quotes("Этот мост местные называют «горбатым».")).isEmpty();
    }
}
