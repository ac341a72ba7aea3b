/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class WrappingTest {
    @Test
    void shouldTakeATextWithDoubledMarksForAFieldOfATable() {
        String text = " \"Завод \"\"Заря\"\" остановлен.\"\n";

        Span inside = Wrapping.inside(text.codePoints().toArray());

        assertThat(inside).isNotNull();
        assertThat(text.substring(inside.begin(), inside.end())).isEqualTo("Завод \"\"Заря\"\" остановлен.");
    }

    @Test
    void shouldTakeALongTextInMarksForAFieldOfATable() {
        assertThat(Wrapping.inside(("\"" + "Завод остановлен. ".repeat(30) + "\"")
                        .codePoints()
                        .toArray()))
                .isNotNull();
    }

    @Test
    void shouldLeaveAQuoteAlone() {
        assertThat(Wrapping.inside("\"Завод остановлен\"".codePoints().toArray()))
                .isNull();
        assertThat(Wrapping.inside("\"Да\", - сказал он. \"Нет\"".codePoints().toArray()))
                .isNull();
        assertThat(Wrapping.inside("\"\"".codePoints().toArray())).isNull();
        assertThat(Wrapping.inside("\"Завод \"\"Заря\" стоит\"\"".codePoints().toArray()))
                .isNull();
        assertThat(Wrapping.inside(new int[0])).isNull();
    }
}
