/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** The likeness is learned from judged pairs. */
class LikenessTrainerTest {
    private static final List<String> TITLES = List.of(
            "Паром сел на мель у Кижей",
            "У острова Кижи на мель сел паром",
            "Мост через Вятку открыли в Кирове",
            "В Кирове открыт новый мост через Вятку",
            "Пекарня в Рязани получила премию");

    private final Analyzer analyzer = new Analyzer();

    private JudgedPair.Article article(int i) {
        String title = TITLES.get(i);
        return new JudgedPair.Article(
                analyzer.analyze(new Document("a" + i, title + ", сообщили очевидцы.", title, "ru")), title);
    }

    private List<JudgedPair> pairs() {
        List<JudgedPair> pairs = new ArrayList<>();
        for (int i = 0; i < TITLES.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new JudgedPair(article(i), article(j), i / 2 == j / 2, 1));
            }
        }
        return pairs;
    }

    @Test
    void shouldLearnToTellPairsApart() {
        LikenessTrainer trainer = new LikenessTrainer(true);

        List<Integer> weights = trainer.train(pairs());

        assertThat(weights).hasSize(Shared.TITLED + 1).isEqualTo(trainer.train(pairs()));
        int least = pairs().stream()
                .filter(JudgedPair::same)
                .mapToInt(pair -> trainer.logOdds(weights, pair))
                .min()
                .orElseThrow();
        assertThat(pairs().stream().filter(pair -> !pair.same()))
                .allMatch(pair -> trainer.logOdds(weights, pair) < least);
    }

    @Test
    void shouldNotLookAtTitlesWhenToldSo() {
        List<Integer> weights = new LikenessTrainer(false).train(pairs());

        for (int i = 0; i < Shared.TITLED; i++) {
            if (Shared.ofTitles(i)) {
                assertThat(weights.get(i)).isZero();
            }
        }
    }

    @Test
    void shouldRefuseToLearnFromOneAnswer() {
        List<JudgedPair> same = pairs().stream().filter(JudgedPair::same).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new LikenessTrainer(true).train(same));
    }

    @Test
    void shouldFindTheWeightsOfALogisticModel() {
        // Three of four say yes above the constant alone: the odds are three, whatever the penalty of the other weight.
        double[][] rows = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
        boolean[] yes = {true, true, true, false};

        double[] weights = LogisticRegression.learn(rows, yes, new double[] {1, 1, 1, 1}, 1);

        assertThat(weights[0]).isZero();
        assertThat(weights[1]).isCloseTo(StrictMath.log(3), within(1e-6));
    }
}
