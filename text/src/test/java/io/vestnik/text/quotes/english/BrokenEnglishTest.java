/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.SpanCheck;
import io.vestnik.text.lang.SourceText;

class BrokenEnglishTest {
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
    void shouldReadThousandsOfMarksInOneParagraph() {
        String plain = "The river rose and the mill stood still while Karen Holt said nothing of it all day long. ";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(plain).append(i % 2 == 0 ? "“Yes, " : "no,” he ");
        }

        check(text.toString());
    }

    @Test
    void shouldReadMarksThatNeverClose() {
        check("“".repeat(5000) + "yes" + "”".repeat(5000) + " Karen Holt said.");
        check("\"a ".repeat(5000));
        check("'It’s, he said, ".repeat(5000));
        check("according to said Holt that ".repeat(5000));
        check("(Holt, who, said ".repeat(5000));
        check("Karen Holt of the ".repeat(5000));
        check("National ".repeat(20_000) + "Association");
        check("U.S. J. K. ".repeat(5000));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "“",
                        "”",
                        "\"",
                        "‘",
                        "’",
                        "'",
                        "``",
                        "''",
                        ", ",
                        ". ",
                        "—",
                        ": ",
                        "\n",
                        "\n\n",
                        " ",
                        "(",
                        ")",
                        "said",
                        "said that ",
                        "according to ",
                        "told ",
                        "Karen",
                        "Holt",
                        "Dr. ",
                        "J. K. ",
                        "U.S.",
                        "Inc.",
                        "the ",
                        "he ",
                        "she ",
                        "who ",
                        "and ",
                        "of ",
                        "Reuters ",
                        "reported ",
                        "citing ",
                        "University ",
                        "adding",
                        "the company ",
                        "Holt’s claim that ",
                        "’s",
                        "we go ",
                        "\uD83D\uDE00",
                        "\uD800",
                        "\u200B",
                        "NFA",
                        "is ")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    private static void check(String text) {
        SpanCheck.check(SourceText.of(text), ANALYZER.analyze(new Document("a", text, null, "en")));
    }
}
