/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.text.watch.Expression.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "пожар | пожар",
                "пожар   Москва | пожар AND Москва",
                "пожар И Москва | пожар AND Москва",
                "fire OR flood AND dam | fire OR flood AND dam",
                "(fire OR flood) dam | (fire OR flood) AND dam",
                "пожар ИЛИ наводнение НЕ учения | пожар OR наводнение AND NOT учения",
                "пожар -учения | пожар AND NOT учения",
                "пожар -(учения OR игра) | пожар AND NOT (учения OR игра)",
                "NOT NOT пожар | пожар",
                "((пожар)) | пожар",
                "премьер-министр | \"премьер министр\"",
                "«Государственный долг» | \"Государственный долг\"",
                "name:\"Иван  Петров\" | name:\"Иван  Петров\"",
                "Outlet:tass.ru | outlet:tass.ru",
                "speaker:Песков | speaker:Песков",
                "theme:Economy | theme:economy",
                "name:\"a \\\" b\" | name:\"a \\\" b\"",
                "\"или\" | \"или\"",
                "Ёлка | Елка",
            })
    void shouldPrintTheCanonicalForm(String written, String canonical) {
        assertThat(Expression.parse(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | the expression is empty",
                "пожар AND | 10 | should stand here, not the end",
                "OR пожар | 1 | should stand here, not 'OR'",
                "(пожар | 7 | bracket of column 1 is not closed",
                "пожар) | 6 | closes none",
                "() | 2 | nothing stands in these brackets",
                "\"пожар | 1 | is not closed",
                "name: Иван | 6 | stands no value",
                "time:now | 1 | there is no field 'time'; the fields are name, outlet, speaker, theme, language",
                "theme:war | 7 | there is no theme 'war'; the themes are society, economy",
                "пожар and Москва | 7 | write AND for the operator",
                "пожар + | 7 | neither a letter nor a digit",
                "name:\" \" | 6 | the value of name is empty",
            })
    void shouldSayWhatIsWrongAndWhere(String written, int column, String message) {
        assertThatThrownBy(() -> Expression.parse(written))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageStartingWith("column " + column + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseWhatNestsTooDeeplyOrIsTooLong() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(100) + "a")).hasMessageContaining("deeper than");
        assertThatThrownBy(() -> Expression.parse("a ".repeat(3000))).hasMessageContaining("more than");
    }

    @Property
    void shouldReadWhatItPrints(@ForAll("expressions") Expression expression) {
        assertThat(Expression.parse(expression.toString())).isEqualTo(expression);
    }

    @Property
    void shouldReadAnythingOrSayWhereItIsWrong(@ForAll("texts") String text) {
        Expression read;
        try {
            read = Expression.parse(text);
        } catch (ExpressionException e) {
            assertThat(e.column()).isBetween(1, text.length() + 1);
            return;
        }
        assertThat(Expression.parse(read.toString())).isEqualTo(read);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(
                                "a", "И", "и", "NOT", "-", "(", ")", "\"", "«b c»", "name:", "x:", "OR", "AND", "Ёж",
                                ":")
                        .list()
                        .ofMaxSize(8)
                        .map(pieces -> String.join(" ", pieces)));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(3);
    }

    private static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> phrases = Arbitraries.of("пожар", "Москва", "и", "И", "не", "fire", "2026", "1.5", "ёлка")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> new Expression.Phrase(WatchWords.words(String.join(" ", words))));
        Arbitrary<Expression> values = Arbitraries.oneOf(
                Arbitraries.of(Field.NAME, Field.OUTLET, Field.SPEAKER).flatMap(field -> Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .filter(value -> value.equals(value.strip()) && !value.isEmpty())
                        .map(value -> new Expression.Has(field, value))),
                Arbitraries.of(new Expression.Has(Field.THEME, "sports"), new Expression.Has(Field.LANGUAGE, "ru")));
        if (depth == 0) {
            return Arbitraries.oneOf(phrases, values);
        }
        Arbitrary<Expression> inner = expressions(depth - 1);
        Arbitrary<List<Expression>> several = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                phrases,
                values,
                several.map(Expression::all),
                several.map(Expression::any),
                inner.filter(part -> !(part instanceof Expression.Not)).map(Expression.Not::new));
    }
}
