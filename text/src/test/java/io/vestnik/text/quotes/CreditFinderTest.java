/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Credit;
import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;

class CreditFinderTest {
    @Test
    void shouldNormalizeTheOutletsThatAnArticleCites() {
        assertThat(outlets("Цех остановлен, передает ТАСС. Об этом пишет «Коммерсант» со ссылкой на Reuters. "
                        + "По данным «Ведомостей», завод продадут."))
                .containsExactly("ТАСС", "Коммерсантъ", "Reuters", "Ведомости");
    }

    @Test
    void shouldKeepAnOutletThatTheTableDoesNotHave() {
        assertThat(outlets("Об этом сообщает газета «Тверской вестник».")).containsExactly("Тверской вестник");
    }

    @Test
    void shouldGiveTheWordsAsWritten() {
        String text = "Мост закрыт, сообщает агентство \"Интерфакс\".";
        Credit credit = credits(text).get(0);

        assertThat(credit.text()).isEqualTo("\"Интерфакс\"");
        assertThat(text.substring(credit.begin(), credit.end())).isEqualTo(credit.text());
    }

    @Test
    void shouldNotCreditAnOutletThatTheArticleOnlyMentions() {
        assertThat(outlets("Редакция ТАСС переехала в новое здание. Известия о наводнении дошли до столицы."))
                .isEmpty();
    }

    private static List<String> outlets(String text) {
        return credits(text).stream().map(Credit::outlet).toList();
    }

    private static List<Credit> credits(String text) {
        return new Analyzer().analyze(new Document("a", text, null, "ru")).credits();
    }
}
