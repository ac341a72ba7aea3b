/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Span;
import io.vestnik.text.sketch.Sketcher;

import static org.assertj.core.api.Assertions.assertThat;

class SharedStretchesTest {
    private static final Sketcher SKETCHER = new Sketcher();
    private static final String SOURCE =
            "Мы вместе строим дорогу, которая свяжет три посёлка с городом, и закончим её к"
                    + " зиме. Деньги на щебень и мосты уже выделены, осталось найти рабочих.";

    @Test
    void shouldSayWhatWasTakenOverInCodePoints() {
        String text =
                "😀 Глава района пообещал: «Мы вместе строим дорогу, которая свяжет три посёлка с городом». Журналисты"
                        + " спросили о сроках. Деньги на щебень и мосты уже выделены, ответил он.";

        assertThat(stretches(text, SOURCE))
                .containsExactly(
                        "Мы вместе строим дорогу, которая свяжет три посёлка с городом",
                        "Деньги на щебень и мосты уже выделены");
    }

    @Test
    void shouldJoinOverAWordThatDiffers() {
        assertThat(stretches("Мы вместе строим новую дорогу, которая свяжет четыре посёлка с городом", SOURCE))
                .containsExactly("Мы вместе строим новую дорогу, которая свяжет четыре посёлка с городом");
    }

    @Test
    void shouldPartAtLinesThatAreLeftOut() {
        String text =
                "Мы вместе строим дорогу, которая свяжет\nФото: Анна Ким\nтри посёлка с городом, и закончим её к зиме.";

        assertThat(stretches(text, SOURCE))
                .containsExactly(
                        "Мы вместе строим дорогу, которая свяжет", "три посёлка с городом, и закончим её к зиме");
    }

    @Test
    void shouldDropPhrasesAndTellTheLongest() {
        assertThat(stretches("Вышло так: три посёлка с городом спорят о воде.", SOURCE))
                .isEmpty();
        StringBuilder many = new StringBuilder();
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String shared = "слово%1$d дело%1$d путь%1$d река%1$d мост%1$d дом%1$d ".formatted(i);
            many.append(shared).append("здесь%1$d своё%1$d иное%1$d ".formatted(i));
            source.append(shared).append("там%1$d другое%1$d чужое%1$d ".formatted(i));
        }
        assertThat(stretches(many.toString(), source.toString()))
                .hasSize(SharedStretches.MOST)
                .startsWith("слово0 дело0 путь0 река0 мост0 дом0");
    }

    @Test
    void shouldSeeBackgroundUnderBoth() {
        String background = " Напомним, компания работает в тридцати странах и перевозит сто миллионов человек в год.";
        String strike = "Пилоты объявили забастовку на пятницу и требуют прибавки к жалованью за ночные рейсы.";
        String report = "Прибыль перевозчика упала на пятую часть из-за дорогого топлива и слабого спроса зимой.";

        assertThat(SharedStretches.of(node(strike + background), node(report + background))
                        .isBackground())
                .isTrue();
        assertThat(SharedStretches.of(node(strike + background), node(background + report))
                        .isBackground())
                .isFalse();
    }

    @Test
    void shouldKnowNothingWithoutPlaces() {
        io.vestnik.text.Sketch sketch = SKETCHER.sketch(SOURCE);
        TextNode blind = new TextNode(
                "a",
                0,
                new io.vestnik.text.Sketch(
                        sketch.recipe(), sketch.words(), sketch.minhash(), sketch.shingles(), new byte[0]));

        assertThat(SharedStretches.of(blind, node(SOURCE)).spans()).isEmpty();
        assertThat(SharedStretches.of(node(SOURCE), blind).spans()).isEmpty();
        assertThat(Coverage.of(blind, node(SOURCE))).isZero();
    }

    /** The words of a stretch stand in the other text in their order, single ones that differ left out. */
    @Property(tries = 300)
    void shouldTellOnlyWhatStandsInTheOther(@ForAll int seed, @ForAll @IntRange(min = 3, max = 12) int vocabulary) {
        Random random = new Random(seed);
        List<String> source = words(random, vocabulary);
        List<String> own = new ArrayList<>();
        while (own.size() < 80) {
            int from = random.nextInt(source.size());
            own.addAll(source.subList(from, Math.min(source.size(), from + random.nextInt(20))));
            own.addAll(words(random, vocabulary).subList(0, random.nextInt(4)));
        }
        String text = String.join(" ", own);

        List<Span> spans =
                SharedStretches.of(node(text), node(String.join(" ", source))).spans();

        int end = 0;
        for (Span span : spans) {
            assertThat(span.begin()).isGreaterThanOrEqualTo(end);
            end = span.end();
            List<String> words =
                    List.of(text.substring(span.begin(), span.end()).split(" ", -1));
            assertThat(words).hasSizeGreaterThanOrEqualTo(SharedStretches.LEAST_WORDS);
            assertThat(inOrder(words, source))
                    .as("%s in %s", words, source)
                    .isGreaterThanOrEqualTo(words.size() * 3 / 5);
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    /** The longest common subsequence: how many of the words the other text has in that order. */
    private static int inOrder(List<String> words, List<String> source) {
        int[][] longest = new int[words.size() + 1][source.size() + 1];
        for (int i = 1; i <= words.size(); i++) {
            for (int j = 1; j <= source.size(); j++) {
                longest[i][j] = words.get(i - 1).equals(source.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[words.size()][source.size()];
    }

    private static List<String> words(Random random, int vocabulary) {
        return IntStream.range(0, 60)
                .mapToObj(i -> "слово" + random.nextInt(vocabulary * vocabulary))
                .toList();
    }

    private static List<String> stretches(String text, String source) {
        return SharedStretches.of(node(text), node(source)).spans().stream()
                .map(span -> text.substring(
                        text.offsetByCodePoints(0, span.begin()), text.offsetByCodePoints(0, span.end())))
                .toList();
    }

    private static TextNode node(String text) {
        return new TextNode("a", 0, SKETCHER.sketch(text));
    }
}
