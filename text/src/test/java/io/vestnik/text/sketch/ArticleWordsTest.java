/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleWordsTest {
    @Property
    void shouldReadTheSameWithAndWithoutTokens(@ForAll("texts") String text) {
        ArticleWords read = ArticleWords.of(SourceText.of(text));

        assertThat(read.words()).allSatisfy(word -> {
            if (word.lexeme() != null) {
                assertThat(word.lexeme().folded()).isEqualTo(word.folded());
            }
        });
        assertThat(read.text()).isEqualTo(ArticleWords.of(text).text());
        assertThat(withoutLexemes(read)).isEqualTo(ArticleWords.of(text).words());
    }

    private static List<FoldedWord> withoutLexemes(ArticleWords article) {
        return article.words().stream()
                .map(word -> new FoldedWord(
                        word.begin(), word.end(), word.folded(), word.capital(), word.opens(), word.number(), null))
                .toList();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "мост",
                        "Ёлка",
                        "oмск",
                        "ОМСК",
                        "1,5",
                        "2026",
                        "т.е.",
                        "а\u0301х",
                        "чаи\u0306ка",
                        "кое-как",
                        "&nbsp;",
                        "&laquo;",
                        "&#1;",
                        "&shy;",
                        "😀",
                        "𝐀б",
                        "a.ru",
                        "don't",
                        " ",
                        " ",
                        " ",
                        ". ",
                        "\n",
                        "\n\n",
                        "\n  ",
                        "\nФото: ТАСС\n",
                        "\n04.02.2026 19:04\n",
                        "\nЧитайте также:\n",
                        "\n date 2026-02-04 ",
                        "\n© 2026\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Test
    void shouldReadInLinearTime() {
        for (String part : List.of("&", "&amp", "\n", " date ", "1,", "а\u0301", "фото: ", "\n2026", "(c)")) {
            String text = part.repeat(2_000_000 / part.length());
            assertThat(ArticleWords.of(text).words().size()).isLessThanOrEqualTo(text.length());
        }
    }
}
