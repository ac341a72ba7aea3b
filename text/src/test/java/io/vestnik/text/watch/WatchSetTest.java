/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;

class WatchSetTest {
    private static WatchArticle article(String title, String text) {
        return new WatchArticle(
                WatchWords.of(new Document("a", text, title, null)),
                Set.of("Иван Петров", "00ff00ff00ff00ff", "Россия"),
                Set.of("ТАСС", "tass.ru"),
                Set.of("Дмитрий Песков", "1234123412341234"),
                "economy",
                "ru");
    }

    private static boolean matches(String expression, WatchArticle article) {
        return !WatchSet.of(Map.of("w", Expression.parse(expression)))
                .matches(article)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "пожар | true",
                "пожары | true",
                "ПОЖАРОМ | true",
                "склады | true",
                "завод | false",
                "\"крупный пожар\" | true",
                "\"пожар крупный\" | false",
                "\"пожар на складе\" | true",
                "\"складе пожар\" | false",
                "банк | true",
                "банка | true",
                "известный | false",
                "пожар -склад | false",
                "пожар -завод | true",
                "NOT завод | true",
                "завод OR склад | true",
                "rocket | true",
                "\"two rockets\" | true",
                "name:\"иван петров\" | true",
                "name:00ff00ff00ff00ff | true",
                "name:Петров | false",
                "name:РФ | true",
                "outlet:TASS.ru | true",
                "outlet:тасс | true",
                "outlet:ria.ru | false",
                "speaker:\"Дмитрий Песков\" | true",
                "speaker:1234123412341234 | true",
                "theme:economy | true",
                "theme:sports | false",
                "language:ru | true",
                "language:en пожар | false",
            })
    void shouldTellWhetherAnArticleIsMeant(String expression, boolean meant) {
        WatchArticle article = article(
                "Крупный пожар",
                "На складе в Подмосковье произошёл пожар на складах. Сгорели банки, причина неизвестна. Two rockets.");

        assertThat(matches(expression, article)).isEqualTo(meant);
    }

    @Test
    void shouldLetNoPhraseReachFromTheTitleIntoTheText() {
        WatchArticle article = article("Пожар", "Склад горел.");

        assertThat(matches("\"пожар склад\"", article)).isFalse();
        assertThat(matches("пожар AND склад", article)).isTrue();
    }

    @Test
    void shouldNameTheWatchesInTheirOrderAndSayWhy() {
        WatchSet set = WatchSet.of(new TreeMap<>(Map.of(
                "b",
                Expression.parse("пожар"),
                "a",
                Expression.parse("склад OR outlet:ria.ru"),
                "c",
                Expression.parse("снег"))));
        WatchArticle article = article("", "Пожар на складе.");

        assertThat(set.matches(article)).containsExactly("a", "b");
        assertThat(set.why(article)).containsExactly("пожар", "склад");
    }

    /** Many watches in one set answer as each of them alone does, by going through all of its parts. */
    @Property(tries = 300)
    void shouldAnswerForManyAsForEach(
            @ForAll("sets") Map<String, Expression> watches, @ForAll("texts") List<String> words) {
        WatchArticle article = article("", String.join(" ", words));
        List<String> one = new ArrayList<>();
        watches.forEach((name, expression) -> {
            if (holds(expression, words)) {
                one.add(name);
            }
        });

        assertThat(WatchSet.of(watches).matches(article)).isEqualTo(one);
    }

    /** Of single words that are not inflected. */
    private static boolean holds(Expression expression, List<String> words) {
        if (expression instanceof Expression.Not not) {
            return !holds(not.part(), words);
        }
        if (expression instanceof Expression.All all) {
            return all.parts().stream().allMatch(part -> holds(part, words));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, words));
        }
        return words.contains(expression.toString());
    }

    private static final List<String> WORDS = List.of("q1", "q2", "q3", "q4");

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of(WORDS).list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, Expression>> sets() {
        return Arbitraries.maps(Arbitraries.strings().withCharRange('a', 'z').ofLength(2), expressions(2))
                .ofMaxSize(6)
                .map(TreeMap::new);
    }

    private static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> words = Arbitraries.of(WORDS).map(word -> new Expression.Phrase(List.of(word)));
        if (depth == 0) {
            return words;
        }
        Arbitrary<Expression> inner = expressions(depth - 1);
        Arbitrary<List<Expression>> several = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                words, several.map(Expression::all), several.map(Expression::any), inner.map(Expression.Not::new));
    }
}
