/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.text.names.NameTrainer.Scheme;

import static org.assertj.core.api.Assertions.assertThat;

class CrossValidationTest {
    private static final String FERRY = "Паром через залив вчера сломался, и двести человек ждали утра на берегу. ";
    private static final String MARKET =
            "Рынок у старого вокзала закрыли на ремонт до весны, торговцы ушли на пустырь. ";
    private static final String SNOW = "Снег в горах сошёл раньше срока, поэтому тропы открыли уже в начале апреля. ";

    private static int[] groups(String... texts) {
        List<CrossValidation.Article> articles = Arrays.stream(texts)
                .map(text -> new CrossValidation.Article(new NameArticle("a", text, List.of()), Scheme.PROPER_NAMES))
                .toList();
        return CrossValidation.groups(articles);
    }

    @Test
    void shouldKeepNearDuplicatesTogetherAndOthersApart() {
        assertThat(groups(FERRY, MARKET, FERRY, SNOW, MARKET + "Так решил город."))
                .containsExactly(0, 1, 0, 2, 1);
    }

    @Test
    void shouldJoinTwoArticlesThatAThirdHasInCommon() {
        assertThat(groups(FERRY, MARKET, SNOW, FERRY + MARKET)).containsExactly(0, 0, 1, 0);
        assertThat(groups(SNOW, MARKET, FERRY, FERRY + MARKET)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void shouldCountTextsWithoutWordsApart() {
        assertThat(groups("…", "…")).containsExactly(0, 1);
        assertThat(groups()).isEmpty();
    }
}
