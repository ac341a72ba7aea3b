/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent as a text is read, in time linear in its length, and nothing is found where nothing is said. */
class HostileTextTest {
    private static final Analyzer ANALYZER = new Analyzer();
    private static final int TWO_MEGABYTES = 2 << 20;

    @Property(tries = 600)
    void shouldReadAnythingInAnyLanguage(@ForAll("texts") String text, @ForAll("languages") String language) {
        Analysis analysis = analyze(text, language);

        SpanCheck.check(SourceText.of(text), analysis);
        assertThat(analyze(text, language)).isEqualTo(analysis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t\u00A0\u2003 ",
                "\uFEFF\u200B\u200C\u200D\u2060",
                "123 456,7 + 8 = 9; 10:30 «11» (12) – 13%",
                "\uD83D\uDE00\uD83D\uDE80\uD83C\uDDF7\uD83C\uDDFA\u2764\uFE0F",
                "\uD800 \uDC00\uD800 \uDFFF",
                "«»„“\"\"''``—–-…!?.,:;()[]{}",
                "\u0301\u0308\u0300"
            })
    void shouldFindNothingWhereNothingIsSaid(String text) {
        for (String language : List.of("ru", "en")) {
            Analysis analysis = analyze(text, language);
            assertThat(analysis.mentions()).isEmpty();
            assertThat(analysis.quotes()).isEmpty();
            assertThat(analysis.credits()).isEmpty();
        }
    }

    @Test
    void shouldFindNoNamesAndQuotesInAnotherLanguage() {
        Analysis analysis = analyze("Die Kanzlerin sagte: „Wir schaffen das“. Le président a dit « non ».", "und");

        assertThat(analysis.mentions()).isEmpty();
        assertThat(analysis.quotes()).isEmpty();
    }

    /** One paragraph each. What is not linear in its length does not come to an end here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "слово ",
                "Иван Громов ",
                "министерства ",
                "Совет по правам и ",
                "И. ",
                "«",
                "«а» ",
                "\"а ",
                "сказал, что ",
                "по словам Громова, ",
                "John said \"",
                "the U.S. ",
                "а\u0301",
                "\uD83D\uDE00",
                "\uD800",
                "ёЁ\u200Bаa",
                "1-",
                "(("
            })
    void shouldReadOneParagraphOfTwoMegabytes(String piece) {
        String text = piece.repeat(TWO_MEGABYTES / (2 * piece.length()));

        assertThat(analyze(text, "ru").length()).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(analyze(text, "en").length()).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void shouldReadThousandsOfNestedMarks() {
        String text = "«".repeat(20_000) + "да" + "»".repeat(20_000) + ", – сказал Павел Громов.";

        assertThat(analyze(text, "ru").quotes()).hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("ru", "en", "und");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "Иван",
                "Громова",
                "И.",
                "В.",
                "МИД",
                "РФ",
                "России",
                "Си",
                "Ван",
                "И",
                "«",
                "»",
                "\"",
                "“",
                "”",
                "(",
                ")",
                ", ",
                ". ",
                ": ",
                " – ",
                "\n",
                " ",
                " ",
                " ",
                "сказал",
                "что",
                "министерство",
                "иностранных",
                "дел",
                "полиция",
                "Совет",
                "области",
                "a.ru",
                "Google",
                "said",
                "Mr",
                "the",
                "President",
                "Smith",
                "'s",
                "аль-",
                "Шанхайской",
                "организации",
                "сотрудничества",
                "\uD800",
                "\uDC00",
                "\uD83D\uDE00",
                "\u0301",
                "\u200B",
                "\uFEFF",
                "１２",
                "Ａ",
                "漢字",
                "مرحبا",
                "ǆ",
                "İ",
                "ß",
                "1-й",
                "экс-");
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(50).map(pieces -> String.join(" ", pieces)),
                piece.list().ofMaxSize(50).map(pieces -> String.join("", pieces)),
                Arbitraries.strings());
    }

    private static Analysis analyze(String text, String language) {
        return ANALYZER.analyze(new Document("a", text, null, language));
    }
}
