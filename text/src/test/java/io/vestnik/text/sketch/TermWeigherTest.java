/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TermWeigherTest {
    @Test
    void shouldWeighRareTermsAboveCommonOnes() {
        TermStatistics statistics = TermStatistics.parse("documents\t100\nгород\t50\nсказать\t98\n");
        TermWeigher weigher = new TermWeigher(statistics, UnaryOperator.identity());

        List<Term> terms = weigher.weigh("город мост сказать", null);

        assertThat(terms).extracting(Term::term).containsExactly("мост", "город", "сказать");
        // (1 + ln 2) · ln(102 / 2): a word of the lead counts twice.
        assertThat(terms.get(0).weight()).isEqualTo(6657);
    }

    @Test
    void shouldCountTheTitleAndKeepTheHeaviest() {
        TermWeigher weigher = new TermWeigher(TermStatistics.parse("documents\t10\n"), UnaryOperator.identity());
        StringBuilder text = new StringBuilder("мост ");
        for (int i = 0; i < 200; i++) {
            text.append("слово")
                    .append((char) ('а' + i % 30))
                    .append((char) ('а' + i / 30))
                    .append(' ');
        }

        List<Term> terms = weigher.weigh(text.toString(), "Мост");

        assertThat(terms).hasSize(TermWeigher.MOST);
        assertThat(terms.get(0).term()).isEqualTo("мост");
    }

    @Test
    void shouldJoinTheFormsOfAWord() {
        UnaryOperator<String> russian = TermLemmas.of("ru");

        assertThat(russian.apply("мостами")).isEqualTo(russian.apply("мост"));
        assertThat(russian.apply("цзиньпином")).isEqualTo(russian.apply("цзиньпин"));
        assertThat(TermLemmas.of("en").apply("bridges"))
                .isEqualTo(TermLemmas.of("en").apply("bridge"));
    }

    @Test
    void shouldWriteWhatItReads() {
        String content = TermStatistics.format(7, Map.of("мост", 3, "река", 1, "город", 2));

        assertThat(content).isEqualTo("documents\t7\nгород\t2\nмост\t3\n");
        assertThat(TermStatistics.parse(content).frequency("мост")).isEqualTo(3);
        assertThat(TermStatistics.parse(content).frequency("река")).isEqualTo(1);
    }

    @Test
    void shouldShipStatisticsThatAreNotEmpty() {
        assertThat(TermStatistics.of("ru").documents()).isGreaterThan(1000);
        assertThat(TermStatistics.of("ru").frequency("россия")).isGreaterThan(100);
        assertThat(TermStatistics.of("en").documents()).isGreaterThan(200);
        assertThat(TermStatistics.of("xx").documents()).isZero();
        assertThat(TermStatistics.of("ru").digest())
                .isNotEqualTo(TermStatistics.of("en").digest());
    }

    @Test
    void shouldSayWhatIsWrongWithStatistics() {
        assertThatThrownBy(() -> TermStatistics.parse("мост\t3\n")).hasMessageContaining("must begin with a line");
        assertThatThrownBy(() -> TermStatistics.parse("documents\t1\nмост 3\n")).hasMessageContaining("мост 3");
    }
}
