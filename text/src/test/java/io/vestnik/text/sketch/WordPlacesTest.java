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

import io.vestnik.text.Sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordPlacesTest {
    private static final Sketcher SKETCHER = new Sketcher();

    @Test
    void shouldSayWhereWordsStandInTheTextAsItCame() {
        String text = "😀 date\nФото: Анна Ким\nМост   открыли&nbsp;в 2026-м.";
        Sketch sketch = SKETCHER.sketch(text);
        WordPlaces places = decode(sketch);

        assertThat(places.words()).isEqualTo(6);
        assertThat(word(text, places, 0)).isEqualTo("date");
        assertThat(word(text, places, 1)).isEqualTo("Мост");
        assertThat(word(text, places, 2)).isEqualTo("открыли");
        assertThat(word(text, places, 3)).isEqualTo("в");
        assertThat(places.afterCut(1)).isTrue();
        assertThat(places.afterCut(2)).isFalse();
    }

    @Test
    void shouldTakeThreeBytesAWord() {
        String text = List.of("Губернатор", "открыл", "новый", "мост", "через", "реку", "в", "субботу").stream()
                .map(word -> word + " ")
                .collect(Collectors.joining());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            many.append(text).append(i).append(' ');
        }
        Sketch sketch = SKETCHER.sketch(many.toString());

        assertThat(sketch.places().length).isLessThan(3 * sketch.words() + 8);
    }

    @Test
    void shouldRefuseWhatAreNoPlaces() {
        Sketch sketch = SKETCHER.sketch("Мост через реку открыли в субботу");
        int distinct = Features.SHINGLE.of(sketch).length;

        assertThatThrownBy(() -> WordPlaces.decode(new byte[] {1, 2}, sketch.words(), distinct))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("places of 6 words");
        assertThatThrownBy(() -> WordPlaces.decode(sketch.places(), sketch.words(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(WordPlaces.decode(new byte[0], sketch.words(), distinct).words())
                .isZero();
    }

    /** What is decoded is what the scanner and the sketcher saw. */
    @Property(tries = 500)
    void shouldDecodeWhatWasEncoded(@ForAll("texts") String text) {
        Sketch sketch = SKETCHER.sketch(text);
        ArticleWords article = ArticleWords.of(text);
        WordPlaces places = decode(sketch);
        long[] shingles = Features.SHINGLE.of(sketch);
        int[] ranks = places.ranks();

        assertThat(places.words()).isEqualTo(article.words().size());
        int end = 0;
        for (int i = 0; i < places.words(); i++) {
            FoldedWord word = article.words().get(i);
            assertThat(places.begin(i)).isGreaterThanOrEqualTo(end);
            end = places.end(i);
            assertThat(word(text, places, i)).isEqualTo(article.text().substring(word.begin(), word.end()));
        }
        assertThat(ranks).hasSize(WordPlaces.shingles(places.words()));
        for (int i = 0; i < ranks.length; i++) {
            String gram = article.words().subList(i, Math.min(places.words(), i + Sketcher.GRAM)).stream()
                    .map(word -> word.folded() + " ")
                    .collect(Collectors.joining());
            assertThat(shingles[ranks[i]]).isEqualTo(Features.SHINGLE.mark(Sketcher.hash(gram)));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "мост",
                        "Ёлка",
                        "1,5",
                        "а\u0301х",
                        "&nbsp;",
                        "&shy;",
                        "😀",
                        "𝐀б",
                        "a.ru",
                        " ",
                        " ",
                        " ",
                        ". ",
                        "\n",
                        "\n  ",
                        "      ",
                        "д".repeat(70),
                        "\nФото: ТАСС\n",
                        "\n date 2026-02-04 ",
                        "\n© 2026\n")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static WordPlaces decode(Sketch sketch) {
        return WordPlaces.decode(sketch.places(), sketch.words(), Features.SHINGLE.of(sketch).length);
    }

    private static String word(String text, WordPlaces places, int word) {
        return text.substring(
                text.offsetByCodePoints(0, places.begin(word)), text.offsetByCodePoints(0, places.end(word)));
    }
}
