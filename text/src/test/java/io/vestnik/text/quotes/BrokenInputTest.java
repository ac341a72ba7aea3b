/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.SpanCheck;
import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenInputTest {
    private static final Analyzer ANALYZER = new Analyzer();

    @Property(tries = 400)
    void shouldReadAnyStringWithSpansInsideIt(@ForAll String text) {
        check(text);
    }

    @Property(tries = 400)
    void shouldReadAnyRunOfTelltalePieces(@ForAll("pieces") String text) {
        check(text);
    }

    @Test
    void shouldReadThousandsOfNestedMarks() {
        check("«".repeat(5000) + "да" + "»".repeat(5000) + ", – сказал Павел Громов.");
        check("\"а ".repeat(5000));
        check("«а, – сказал он. – ".repeat(3000));
    }

    @Test
    void shouldReadOneLongSentenceOfCues() {
        check("по словам сказал Громов что ".repeat(5000));
        check("– Да, – сказал он. ".repeat(3000));
        check("Громов: да\n".repeat(3000));
    }

    @Test
    void shouldInventNothingWithoutWords() {
        Analysis analysis = ANALYZER.analyze(new Document("a", "«…» — «!» : «1»\n— —\n: :", null, "ru"));

        assertThat(analysis.quotes()).isEmpty();
        assertThat(analysis.credits()).isEmpty();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "«",
                        "»",
                        "\"",
                        "„",
                        "“",
                        "``",
                        ", ",
                        " – ",
                        "—",
                        ": ",
                        ". ",
                        "\n",
                        "сказал",
                        "Громов",
                        "Павел",
                        "что ",
                        "по словам ",
                        "он",
                        "со ссылкой на ",
                        "ТАСС",
                        "заявила, что ",
                        "\uD83D\uDE00",
                        "\uD800",
                        " ",
                        "В.",
                        "как сообщил ",
                        "(",
                        ")",
                        "и ",
                        "директор завода ",
                        "в МВД сообщили",
                        "Об этом ",
                        "я иду")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    private static void check(String text) {
        Analysis analysis = ANALYZER.analyze(new Document("a", text, null, "ru"));
        SpanCheck.check(SourceText.of(text), analysis);
        assertThat(ANALYZER.analyze(new Document("a", text, null, "ru")).quotes())
                .isEqualTo(analysis.quotes());
    }
}
