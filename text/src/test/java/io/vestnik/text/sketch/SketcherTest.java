/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Sketch;

import static org.assertj.core.api.Assertions.assertThat;

class SketcherTest {
    private static final String PLAIN =
            "В Вологде сгорел «Дом пионера» — ещё в 1912 году его построил купец Тёркин, сообщили в МЧС";

    private final Sketcher sketcher = new Sketcher();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "В Вологде сгорел \"Дом пионера\" - еще в 1912 году его построил купец Теркин, сообщили в МЧС",
                "В Во\u00adлогде сгоре\u0301л &laquo;Дом&nbsp;пионера&raquo; &mdash; ещё в 1912 году его построил купец Тёркин, сообщили в МЧС",
                "В Вoлoгдe сгopeл «Дом пиoнepa» — ещё в 1912 году его построил купец Тёркин, сообщили в МЧС",
                "В\u00a0Вологде сгорел „Дом пионера“ – ещё в\u00a01912 году его построил купец Тёркин; сообщили в\u200b МЧС",
                " date 2026-02-04 В Вологде сгорел «Дом пионера» — ещё в 1912 году его построил купец Тёркин, сообщили в МЧС",
                "Фото: пресс-служба МЧС\nВ Вологде сгорел «Дом пионера» — ещё в 1912 году его построил купец Тёркин, сообщили в МЧС\n© 2026, Вестник",
                "04.02.2026 19:04\nВ Вологде сгорел «Дом пионера» — ещё в 1912 году его построил купец Тёркин, сообщили в МЧС\nЧитайте также:\nДругая новость\nТретья новость",
            })
    void shouldSketchAlikeWhatDiffersInTypographyOnly(String variant) {
        Sketch sketch = sketcher.sketch(variant);
        Sketch plain = sketcher.sketch(PLAIN);
        assertThat(sketch.words()).isEqualTo(plain.words());
        assertThat(sketch.minhash()).isEqualTo(plain.minhash());
        assertThat(sketch.shingles()).isEqualTo(plain.shingles());
    }

    @Test
    void shouldTellNumbersAndNamesFromOtherWords() {
        Sketch sketch = sketcher.sketch("Вчера в Омске прошло 12 матчей. Итоги подвёл Олег Зуев, счёт 3,5 очка.");

        assertThat(Features.NUMBER.of(sketch)).hasSize(2);
        assertThat(Features.NAME.of(sketch)).hasSize(3);
        assertThat(Features.WHOLE.of(sketch)).hasSize(1);
        assertThat(Features.SHINGLE.of(sketch)).hasSize(sketch.words() - 2);
    }

    @Test
    void shouldTakeNoNamesFromARunOfCapitals() {
        Sketch sketch = sketcher.sketch("На заседании: В ОМСКЕ ОТКРЫЛИ НОВЫЙ МОСТ. Затем ушли.");

        assertThat(Features.NAME.of(sketch)).isEmpty();
    }

    @Test
    void shouldSketchTextsOfFewWordsOrNone() {
        assertThat(sketcher.sketch(""))
                .isEqualTo(new Sketch(Sketcher.RECIPE, 0, new byte[0], new long[0], new byte[0]));
        assertThat(sketcher.sketch("… — !").shingles()).isEmpty();
        assertThat(Features.SHINGLE.of(sketcher.sketch("Мост"))).hasSize(1);
        assertThat(sketcher.sketch("\ud83d broken \udc00 surrogates").words()).isEqualTo(2);
    }

    /** A changed value means a changed recipe: give it a new name. */
    @Test
    void shouldKeepItsRecipe() {
        Sketch sketch = sketcher.sketch("Мост через реку открыли в субботу");

        assertThat(sketch.recipe()).isEqualTo("words3-minhash128x16-v2");
        assertThat(Features.SHINGLE.of(sketch)).containsExactly(GOLDEN_SHINGLES);
        assertThat(List.of((int) sketch.minhash()[0], (int) sketch.minhash()[1], (int) sketch.minhash()[255]))
                .isEqualTo(GOLDEN_SIGNATURE);
    }

    private static final long[] GOLDEN_SHINGLES = {
        -9204991679613387932L, -5757912627710637564L, -1598990550150631312L, 631070212622278468L
    };
    private static final List<Integer> GOLDEN_SIGNATURE = List.of(-48, -61, -107);
}
