/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** What is compared of two articles. */
class SharedTest {
    private static final int OTHER_NAMES = 4;
    private static final int OTHER_FACTS = 5;
    private static final String ERUPTION = "Вулкан %s выбросил столб пепла на высоту %s метров, сообщили вулканологи.";

    private final Analyzer analyzer = new Analyzer();
    private final TermReader reader = new TermReader("ru");

    private TermVector read(@Nullable String title, String text) {
        return reader.read(analyzer.analyze(new Document("a", text, title, "ru")), title);
    }

    private static int[] features(TermVector a, TermVector b) {
        return new Shared(a, b).features();
    }

    @Test
    void shouldSayTheSameWhicheverIsAskedFirst() {
        List<TermVector> articles = new ArrayList<>();
        articles.add(read("Вулкан Карымский выбросил пепел", ERUPTION.formatted("Карымский", "6500")));
        articles.add(read("Вулкан Эбеко выбросил пепел", ERUPTION.formatted("Эбеко", "2100")));
        articles.add(read(null, "Мария Седова и Пётр Седов открыли музей пепла в Твери."));
        for (TermVector a : articles) {
            for (TermVector b : articles) {
                assertThat(features(a, b)).containsExactly(features(b, a));
                assertThat(new Shared(a, b).featuresApartFromPerson())
                        .containsExactly(new Shared(b, a).featuresApartFromPerson());
            }
        }
    }

    @Test
    void shouldSeeThatEachTitleNamesWhatTheOtherArticleDoesNot() {
        TermVector one = read("На Камчатке вулкан Карымский выбросил пепел", ERUPTION.formatted("Карымский", "6500"));
        TermVector other = read("На Курилах вулкан Эбеко выбросил пепел", ERUPTION.formatted("Эбеко", "2100"));
        TermVector both = read(
                "На Курилах вулкан Эбеко выбросил пепел",
                ERUPTION.formatted("Эбеко", "2100") + " Накануне на Камчатке проснулся вулкан Карымский.");

        assertThat(features(one, other)[OTHER_NAMES]).isEqualTo(Likeness.WHOLE);
        assertThat(features(one, other)[OTHER_FACTS]).isPositive();
        assertThat(features(one, both)[OTHER_NAMES]).isZero();
        assertThat(Likeness.of(one, both)).isGreaterThan(Likeness.of(one, other));
    }

    @Test
    void shouldNotHoldAgainstAnArticleThatItSaysMore() {
        String text = ERUPTION.formatted("Карымский", "6500");
        TermVector one = read("Вулкан Карымский выбросил пепел", text);
        TermVector more = read("Вулкан Карымский выбросил пепел", text + " Посёлок Мильково лежит в 120 километрах.");

        assertThat(features(one, more)[OTHER_FACTS]).isZero();
    }

    @Test
    void shouldTakeNoNamesFromATitleInCapitals() {
        TermReader english = new TermReader("en");
        String first = "Storm Hits Coastal Towns With Heavy Rain";
        String second = "Heavy Rain Floods Streets After Night Storm";
        TermVector a = english.read(analyzer.analyze(new Document("a", "A storm hit the coast.", first, "en")), first);
        TermVector b = english.read(analyzer.analyze(new Document("b", "Rain flooded streets.", second, "en")), second);

        assertThat(features(a, b)[OTHER_NAMES]).isZero();
    }

    @Test
    void shouldTakeACreditForNoTitle() {
        TermVector article = read("Фото: РИА Новости / Иван Петров", "В Твери открыли музей.");

        assertThat(article.titleWeight).isZero();
        assertThat(features(article, article)[Shared.TITLED]).isZero();
    }
}
