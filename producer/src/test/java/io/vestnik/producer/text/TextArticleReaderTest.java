/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Span;
import io.vestnik.schemas.avro.TimePrecision;

import static org.assertj.core.api.Assertions.assertThat;

class TextArticleReaderTest {
    private final TextArticleReader reader = new TextArticleReader(ZoneId.of("Europe/Moscow"));

    @Test
    void shouldReadAHeadlineBehindALabelledDate() {
        String text = " date 2025-11-07 В Перми открыли новый мост через Каму\n\nМост строили три года.\n";

        ReadArticle read = reader.read(text);

        assertThat(read.title()).isEqualTo("В Перми открыли новый мост через Каму");
        assertThat(slice(text, read.titleSpan())).isEqualTo(read.title());
        ClaimedTime claimed = Objects.requireNonNull(read.claimedAt());
        assertThat(claimed.getAt()).isEqualTo(Instant.parse("2025-11-06T21:00:00Z"));
        assertThat(claimed.getPrecision()).isEqualTo(TimePrecision.DAY);
        assertThat(claimed.getBasis()).isEqualTo("header-line");
        assertThat(slice(text, claimed.getSpan())).isEqualTo("2025-11-07");
        assertThat(read.outlet()).isNull();
    }

    @Test
    void shouldReadAStampOnTheSecondLineAndATitleBehindABar() {
        String text = "|Министр рассказал о планах ведомства\n08:15 09.10.2025\nБеседа с министром\nПервый абзац.\n";

        ReadArticle read = reader.read(text);

        assertThat(read.title()).isEqualTo("Министр рассказал о планах ведомства");
        assertThat(read.titleSpan()).isEqualTo(new Span(1, 37));
        ClaimedTime claimed = Objects.requireNonNull(read.claimedAt());
        assertThat(claimed.getAt()).isEqualTo(Instant.parse("2025-10-09T05:15:00Z"));
        assertThat(claimed.getPrecision()).isEqualTo(TimePrecision.MINUTE);
        assertThat(claimed.getBasis()).isEqualTo("second-line");
        assertThat(slice(text, claimed.getSpan())).isEqualTo("08:15 09.10.2025");
    }

    @Test
    void shouldTakeAPhotoCreditNeitherForATitleNorForAnOutlet() {
        String text = """
                 date 2025-11-07 Фото: © Агентство Север/Пётр Иванов; sever.example

                Жители посёлка собрали деньги на школу. Сбор шёл месяц.
                """;

        ReadArticle read = reader.read(text);

        assertThat(read.title()).isEqualTo("Жители посёлка собрали деньги на школу");
        assertThat(slice(text, read.titleSpan())).isEqualTo(read.title());
        assertThat(read.outlet()).isNull();
    }

    @Test
    void shouldTakeTheOutletOfADateline() {
        String text = "Снегопад остановил движение\n\nКазань. 12 января. VOLGA.RU - Снегопад начался ночью.\n";

        ReadArticle read = reader.read(text);

        Outlet outlet = Objects.requireNonNull(read.outlet());
        assertThat(outlet.getName()).isEqualTo("VOLGA.RU");
        assertThat(outlet.getHost()).isEqualTo("volga.ru");
        assertThat(outlet.getBasis()).isEqualTo("dateline");
        assertThat(slice(text, outlet.getSpan())).isEqualTo("VOLGA.RU");
        assertThat(read.title()).isEqualTo("Снегопад остановил движение");
        assertThat(read.claimedAt()).as("a day without a year is no claim").isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "МОСКВА, 12 янв — РИА Новости. Снег шёл всю ночь.|РИА Новости",
                "МОСКВА, 12 янв — РИА Новости, Анна Белова. Снег шёл всю ночь.|РИА Новости",
                "ОМСК, 12 января. /ТАСС/. Снег шёл всю ночь.|ТАСС",
                "ОМСК, 12 января 2026, REGNUM — Снег шёл всю ночь.|REGNUM",
                "Санкт-Петербург. 12 января. ИНТЕРФАКС - Снег шёл всю ночь.|ИНТЕРФАКС",
                "LONDON, Jan 12 (Reuters) - Snow fell all night.|Reuters",
                "NEW YORK (AP) — Snow fell all night.|AP",
            })
    void shouldKnowTheDatelinesOfAgencies(String text, String outlet) {
        ReadArticle read = reader.read(text);

        assertThat(Objects.requireNonNull(read.outlet()).getName()).isEqualTo(outlet);
        assertThat(slice(text, read.outlet().getSpan())).isEqualTo(outlet);
        assertThat(read.title()).isIn("Снег шёл всю ночь", "Snow fell all night");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Москва, 12 января — Президент страны посетил завод, сообщил корреспондент.",
                "Москва. 12 января. Снег - не помеха для пешеходов.",
                "Отчёт подготовил фонд\n\n© Фото Анна Белова",
                "Отчёт подготовил фонд\n\n© Анна Белова / Север",
                "Снег шёл всю ночь, передаёт ТАСС.",
                "Putin (Russia) - a portrait",
            })
    void shouldRatherNameNoOutletThanGuess(String text) {
        assertThat(reader.read(text).outlet()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "© 2025, ИА «Северный край»|ИА «Северный край»",
                "© 2019–2025 Северный край. Все права защищены.|Северный край",
                "(c) 2025 Northern Times. All rights reserved|Northern Times",
                "Copyright © 2025 Northern Times|Northern Times",
                "© Северный край, 2025|Северный край",
            })
    void shouldTakeTheOutletOfACopyrightLine(String line, String outlet) {
        String text = "Заголовок новости о снеге\n\nТекст новости.\n\n" + line + "\n";

        ReadArticle read = reader.read(text);

        assertThat(Objects.requireNonNull(read.outlet()).getName()).isEqualTo(outlet);
        assertThat(read.outlet().getBasis()).isEqualTo("copyright");
        assertThat(slice(text, read.outlet().getSpan())).isEqualTo(outlet);
    }

    @Test
    void shouldPreferTheCopyrightLineToTheDatelineOfAnAgency() {
        String text = "МОСКВА, 12 янв — РИА Новости. Снег шёл всю ночь.\n\n© 2026, Северный край\n";

        assertThat(Objects.requireNonNull(reader.read(text).outlet()).getName()).isEqualTo("Северный край");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-01 10:20|2025-03-01T07:20:00Z|MINUTE",
                "2025-03-01T10:20:30Z|2025-03-01T10:20:30Z|SECOND",
                "2025-03-01T10:20:30+05:00|2025-03-01T05:20:30Z|SECOND",
                "01.03.2025, 10:20|2025-03-01T07:20:00Z|MINUTE",
                "1 марта 2025|2025-02-28T21:00:00Z|DAY",
                "1 марта 2025 года в 10:20|2025-03-01T07:20:00Z|MINUTE",
                "10:20, 1 марта 2025 г.|2025-03-01T07:20:00Z|MINUTE",
                "1 марта 2025, 10:20 МСК|2025-03-01T07:20:00Z|MINUTE",
                "Опубликовано: 1 марта 2025, 10:20|2025-03-01T07:20:00Z|MINUTE",
                "суббота, 1 марта 2025|2025-02-28T21:00:00Z|DAY",
                "10:20 01.03.2025 (обновлено: 11:00 01.03.2025)|2025-03-01T07:20:00Z|MINUTE",
                "March 1, 2025 10:20 PM|2025-03-01T19:20:00Z|MINUTE",
                "Sat, 1 March 2025 10:20 GMT|2025-03-01T10:20:00Z|MINUTE",
                "Published: Mar. 1, 2025|2025-02-28T21:00:00Z|DAY",
            })
    void shouldReadTheFormsOfDates(String line, String at, String precision) {
        for (String text :
                new String[] {line + "\nЗаголовок о снеге\n", "Заголовок о снеге\n\n" + line + "\n\nТекст."}) {
            ReadArticle read = reader.read(text);

            ClaimedTime claimed = Objects.requireNonNull(read.claimedAt(), text);
            assertThat(claimed.getAt()).isEqualTo(Instant.parse(at));
            assertThat(claimed.getPrecision()).hasToString(precision);
            assertThat(read.title()).isEqualTo("Заголовок о снеге");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 марта начался ледоход",
                "4 марта 2025 года на реке начался ледоход",
                "30.02.2025\nЗаголовок",
                "03/04/2025\nЗаголовок",
                "04.03.25\nЗаголовок",
                "Счёт 10:20 в пользу гостей",
                "В городе\n\nВстреча прошла 4 марта 2025 года",
            })
    void shouldRatherClaimNoTimeThanGuess(String text) {
        assertThat(reader.read(text).claimedAt()).isNull();
    }

    @Test
    void shouldReadTheDayOfADatelineThatHasAYear() {
        String text = "ОМСК, 12 января 2026, REGNUM — Снег шёл всю ночь.";

        ClaimedTime claimed = Objects.requireNonNull(reader.read(text).claimedAt());

        assertThat(claimed.getAt()).isEqualTo(Instant.parse("2026-01-11T21:00:00Z"));
        assertThat(claimed.getBasis()).isEqualTo("dateline");
        assertThat(slice(text, claimed.getSpan())).isEqualTo("12 января 2026");
    }

    @Test
    void shouldReadTimesInTheGivenZone() {
        ReadArticle read = new TextArticleReader(ZoneId.of("Asia/Vladivostok")).read("10:20 01.03.2025\nЗаголовок");

        assertThat(Objects.requireNonNull(read.claimedAt()).getAt()).isEqualTo(Instant.parse("2025-03-01T00:20:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Политика;В думе обсудили бюджет;Обсуждение шло долго.|В думе обсудили бюджет",
                "Автор: Пётр Иванов;В думе обсудили бюджет|В думе обсудили бюджет",
                "By John Smith;Parliament debates the budget|Parliament debates the budget",
                "Разгром;Команда проиграла. Счёт был крупным.|Разгром",
                "По словам г. Иванова, работы закончены. Мост открыт.|По словам г. Иванова, работы закончены",
                "Что будет с мостом?;Никто не знает.|Что будет с мостом?",
                "Заголовок: В думе обсудили бюджет;Текст.|В думе обсудили бюджет",
                "* * *;.;В думе обсудили бюджет;Текст.|В думе обсудили бюджет",
                "Весна́ пришла в город;Текст.|Весна́ пришла в город",
            })
    void shouldFindTheTitle(String lines, String title) {
        String text = lines.replace(';', '\n');

        ReadArticle read = reader.read(text);

        assertThat(read.title()).isEqualTo(title);
        assertThat(slice(text, read.titleSpan())).isEqualTo(title);
    }

    @Test
    void shouldGiveNoTitleWhereOnlyALongSentenceStands() {
        String text = "Слово ".repeat(100) + "конец.";

        assertThat(reader.read(text).title()).isNull();
        assertThat(reader.read(text).titleSpan()).isNull();
    }

    @Test
    void shouldCountCodePointsBehindAByteOrderMarkAndEmoji() {
        String text = "\uFEFF😀\r\n\r\nДва слова\r\n10:20 01.03.2025\r\n";

        ReadArticle read = reader.read(text);

        assertThat(slice(text, Objects.requireNonNull(read.claimedAt()).getSpan()))
                .isEqualTo("10:20 01.03.2025");
        assertThat(slice(text, read.titleSpan())).isEqualTo(read.title());
    }

    private static String slice(String text, @org.jspecify.annotations.Nullable Span span) {
        Span known = Objects.requireNonNull(span);
        int begin = text.offsetByCodePoints(0, known.getBegin());
        return text.substring(begin, text.offsetByCodePoints(begin, known.getEnd() - known.getBegin()));
    }
}
