/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeClassifierTest {
    private static final int MEGABYTE = 1 << 20;

    private static ArticleTheme read(String language, @Nullable String title, String text) {
        return ThemeClassifier.standard().read(ThemeTexts.article(language, title, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "society|Суд арестовал начальника почты|Полиция задержала начальника почтового отделения в Лесогорске."
                        + " Следователи обвинили его в мошенничестве, районный суд отправил подозреваемого под арест.",
                "society|Депутаты приняли закон о паромах|Парламент одобрил законопроект в третьем чтении. Оппозиция"
                        + " голосовала против, президент подпишет закон до выборов, сообщил спикер.",
                "economy|Прибыль банка выросла вдвое|Чистая прибыль банка за третий квартал выросла до 4 млрд рублей,"
                        + " следует из отчётности. Акции на бирже подорожали на 3%, аналитики ждут роста выручки и дивидендов.",
                "technology|Представлен смартфон с гибким экраном|Компания показала смартфон с процессором на восемь ядер,"
                        + " двойной камерой и аккумулятором на 5000 мА·ч. Устройство работает на Android и получит обновление.",
                "sports|«Паромщик» вышел в финал кубка|Команда обыграла соперника со счётом 3:1, нападающий забил два гола"
                        + " во втором тайме. Тренер назвал матч лучшим в сезоне, финал турнира пройдёт в мае.",
                "entertainment|Певица выпустила альбом о море|Певица представила новый альбом и клип на песню, концерт"
                        + " пройдёт летом. Режиссёр клипа снимал и фильм, в котором она сыграла главную роль.",
                "science|Учёные нашли белок сна|Исследование опубликовано в журнале. Учёные из университета провели"
                        + " эксперимент на мышах и выяснили, что белок в клетках мозга влияет на сон пациентов.",
                "other|Погода на выходные|Синоптики обещают дождь со снегом, ночью температура воздуха опустится до -5"
                        + " градусов, ветер северный, порывы до 15 м/с, на дорогах гололедица.",
            })
    void shouldTellTheThemeOfRussianArticles(String theme, String title, String text) {
        assertThat(read("ru", title, text).id()).isEqualTo(theme);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "society|Police arrest ferry thief|Police arrested a suspect after a ferry was stolen. Prosecutors charged"
                        + " the man, and a judge denied bail, officers said. The trial begins in court next month.",
                "economy|Bank profit doubles|The bank reported that net profit doubled in the third quarter. Shares rose"
                        + " 3 percent, analysts said, as revenue beat market expectations and the board raised the dividend.",
                "technology|Phone with a foldable screen shown|The smartphone has an OLED display, a fast processor and a"
                        + " camera with four lenses. The Android update and the app will arrive next month, the company says.",
                "sports|Ferrymen reach the final|The team beat its rival 3-1 and the striker scored twice in the second"
                        + " half. The coach praised the players after the match, and the tournament final is in May.",
                "entertainment|Singer releases album about the sea|The singer released an album and a music video for the"
                        + " song. The director also made the movie in which the actress starred, and the tour follows.",
                "science|Scientists find sleep protein|A study published in the journal shows how a protein in brain cells"
                        + " changes sleep. Researchers at the university tested the molecule in mice.",
                "not_news|How to bake the best bread at home|Mix the flour with the butter, add a cup of sugar and two"
                        + " eggs. Bake your bread in the oven. These are the best tips you need: try the recipe yourself.",
            })
    void shouldTellTheThemeOfEnglishArticles(String theme, String title, String text) {
        assertThat(read("en", title, text).id()).isEqualTo(theme);
    }

    @Test
    void shouldNameWhatSpeaksForTheTheme() {
        ArticleTheme theme = read("ru", "Матч отложен", "Футболист забил гол. Тренер сборной назвал матч лучшим.");

        assertThat(theme.theme()).isEqualTo(Theme.SPORTS);
        assertThat(theme.terms())
                .hasSizeLessThanOrEqualTo(ThemeClassifier.MOST_TERMS)
                .contains("матч", "гол", "футболист")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeThePairsOfTheLexiconForOneTerm() {
        ArticleTheme theme = read("en", null, "The premier league returns. A premier league club waits.");

        assertThat(theme.theme()).isEqualTo(Theme.SPORTS);
        assertThat(theme.terms()).contains("premier league");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t\u00A0",
                "…",
                "123 456,7 + 8 = 9",
                "\uD83D\uDE00",
                "\uD800 \uDC00",
                "ьъьъьъ",
                "zzqx qqzx"
            })
    void shouldTellNoThemeWhereNothingKnownIsSaid(String text) {
        for (String language : List.of("ru", "en")) {
            assertThat(read(language, null, text)).isEqualTo(ArticleTheme.NONE);
            assertThat(read(language, text, text)).isEqualTo(ArticleTheme.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "de", "uk", ""})
    void shouldTellNoThemeInLanguagesThatAreNotRead(String language) {
        assertThat(read(language, "Fußball", "Матч закончился. The match is over."))
                .isEqualTo(ArticleTheme.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"матч ", "premier league ", "! ", "\uD800"})
    void shouldReadAMegabyteInBothPlaces(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());

        for (String language : List.of("ru", "en")) {
            Analyzer.Article article = ThemeTexts.article(language, text, text);
            assertThat(ThemeClassifier.standard().read(article))
                    .isEqualTo(ThemeClassifier.standard().read(article));
        }
    }

    @Test
    void shouldStandInTheAnalysis() {
        Document document =
                new Document("a", "Команда выиграла матч чемпионата, нападающий забил гол.", "Победа в матче", "ru");

        Analysis analysis = new Analyzer().analyze(document);

        assertThat(analysis.theme()).isEqualTo("sports");
        assertThat(analysis.themeTerms()).isNotEmpty();
        assertThat(new Analyzer().analyze(document)).isEqualTo(analysis);
    }
}
