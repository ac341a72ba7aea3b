/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkScannerTest {
    @Test
    void shouldPairMarksOfEveryShape() {
        assertThat(inside("Он сказал: «да», \"нет\", „может быть“, “вряд ли” и ``никогда``."))
                .containsExactly("да", "нет", "может быть", "вряд ли", "никогда");
    }

    @Test
    void shouldPairMixedMarks() {
        assertThat(inside("Продукт «8,5%`` и завод \"Луч», а также „Заря».")).containsExactly("8,5%", "Луч", "Заря");
    }

    @Test
    void shouldNestStraightMarksByTheirSurroundings() {
        assertThat(inside("\"Мы запустили проект \"Чистый двор\" в срок\", - сказал мэр."))
                .containsExactly("Мы запустили проект \"Чистый двор\" в срок", "Чистый двор");
    }

    @Test
    void shouldLetTwoOpeningMarksShareOneClosingMark() {
        assertThat(inside("«Мы купили завод «Прогресс», – сказал он."))
                .containsExactly("Мы купили завод «Прогресс", "Прогресс");
    }

    @Test
    void shouldPairMarksOverParagraphs() {
        assertThat(inside("«Первое дело сделано.\nВторое начато», – сказал он."))
                .containsExactly("Первое дело сделано.\nВторое начато");
    }

    @Test
    void shouldNotTakeApostrophesForMarks() {
        assertThat(inside("Жанна д'Арк и О'Нил ели рок'н'ролл")).isEmpty();
    }

    @Test
    void shouldPairSingleMarksThatStandApart() {
        assertThat(inside("Врач сказал, что 'диета д'Арк опасна', и назвал ее ‘глупой’, а \u00ABО'Нил\u00BB молчал."))
                .containsExactly("диета д'Арк опасна", "глупой", "О'Нил");
    }

    @Test
    void shouldNestSingleMarks() {
        assertThat(inside("'Мы читали 'Лес' и 'Луг' вслух', - сказал он."))
                .containsExactly("Мы читали 'Лес' и 'Луг' вслух", "Лес", "Луг");
    }

    @Test
    void shouldLetTwoOpeningSingleMarksShareOneClosingMarkBeforeADash() {
        assertThat(inside("'Мы читали книгу 'Лес', - сказал он.")).containsExactly("Мы читали книгу 'Лес", "Лес");
    }

    @Test
    void shouldNotLetAnApostropheShareAClosingMarkThatNoDashFollows() {
        assertThat(inside("Всю 'зиму читали книгу 'Лес', а потом спали.")).containsExactly("Лес");
    }

    @Test
    void shouldNotLetApostrophesHideOtherMarks() {
        assertThat(inside("\u00ABВ 'девяностых 'годах 'и 'потом 'и 'еще 'и 'еще жили\u00BB"))
                .containsExactly("В 'девяностых 'годах 'и 'потом 'и 'еще 'и 'еще жили");
    }

    @Test
    void shouldIgnoreMarksWithoutAPartner() {
        assertThat(inside("Экран 15\" и » лишний знак")).isEmpty();
    }

    @Property
    void shouldNestOrPartAnyTwoSpans(
            @ForAll
                    @CharRange(from = '"', to = '"')
                    @CharRange(from = '«', to = '«')
                    @CharRange(from = '»', to = '»')
                    @CharRange(from = '„', to = '“')
                    @CharRange(from = 'а', to = 'в')
                    @CharRange(from = ' ', to = ' ')
                    @CharRange(from = '\n', to = '\n')
                    @StringLength(max = 60)
                    String text) {
        List<MarkedSpan> spans = MarkScanner.scan(text.codePoints().toArray());
        for (MarkedSpan one : spans) {
            assertThat(one.open()).isLessThan(one.begin());
            assertThat(one.end()).isLessThan(one.close());
            for (MarkedSpan other : spans) {
                boolean apart = one.close() <= other.open() || other.close() <= one.open();
                boolean within = one.open() <= other.open() && other.close() <= one.close();
                boolean around = other.open() <= one.open() && one.close() <= other.close();
                assertThat(apart || within || around)
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    private static List<String> inside(String text) {
        return MarkScanner.scan(text.codePoints().toArray()).stream()
                .map(span -> text.substring(span.begin(), span.end()))
                .toList();
    }
}
