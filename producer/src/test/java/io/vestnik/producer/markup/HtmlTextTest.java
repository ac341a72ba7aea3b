/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {
    @Test
    void shouldPartBlocksByABlankLineAndLinesByALineEnd() {
        String html = "<p>Первый  <b>абзац</b>\n продолжается.</p><p>Второй<br>строка</p><ul><li>раз<li>два</ul>хвост";

        assertThat(HtmlText.of(html)).isEqualTo("Первый абзац продолжается.\n\nВторой\nстрока\n\nраз\n\nдва\n\nхвост");
    }

    @Test
    void shouldLeaveOutWhatNobodyReads() {
        String html = "<script>alert(1)</script>A<style>b{}</style><iframe>c</iframe><!-- d --><noscript>e</noscript>"
                + "<svg><text>f</text></svg> Z<img alt=g src=h onerror=\"alert(2)\">";

        assertThat(HtmlText.of(html)).isEqualTo("A Z");
    }

    @Test
    void shouldTakeOutControlCharacters() {
        assertThat(HtmlText.of("a&#8;b\u0000c\u0085d\uFFFEe\uFEFF")).isEqualTo("abcde");
        assertThat(PlainText.clean("a\tb\nc\u001B[31m\uD800d")).isEqualTo("a\tb\nc[31md");
        assertThat(PlainText.clean("👍\u200Dж\u0301")).isEqualTo("👍\u200Dж\u0301");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Plain title => Plain title",
                "A &amp;quot;B&amp;quot; => A &quot;B&quot;",
                "«A» &amp; <b>B</b> => «A» & B",
                "&lt;b&gt;A&lt;/b&gt; => A",
                "2 < 3 and 5 > 4 => 2 < 3 and 5 > 4",
                "' a \n b ' => a b",
            })
    void shouldReadATitle(String written, String meant) {
        assertThat(HtmlText.title(written)).isEqualTo(meant);
    }
}
