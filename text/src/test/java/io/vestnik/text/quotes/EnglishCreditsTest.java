/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Credit;
import io.vestnik.text.Document;

import static org.assertj.core.api.Assertions.assertThat;

class EnglishCreditsTest {
    private static final Analyzer ANALYZER = new Analyzer();

    @Test
    void shouldNormalizeTheOutletsThatAnArticleCites() {
        assertThat(outlets(
                        "The ferry sank within minutes, Reuters reported on Tuesday. The captain told the Associated "
                                + "Press he had radioed for help. Police, citing Bild, said the hull had cracked."))
                .containsExactly("Reuters", "Associated Press", "Bild");
    }

    @Test
    void shouldReadAnOutletAfterItsIntroduction() {
        assertThat(outlets("The mine will close, according to China's state-run news agency Xinhua. "
                        + "In an interview with the German newspaper Handelsblatt she denied it."))
                .containsExactly("Синьхуа", "Handelsblatt");
    }

    @Test
    void shouldReadTheOutletOfADateline() {
        assertThat(outlets("OSLO (AP) — The glacier lost a metre of ice last summer."))
                .containsExactly("Associated Press");
    }

    @Test
    void shouldAskForAWordOfTheTradeWhereASpellingMeansSomethingElse() {
        assertThat(outlets("Time reported to the doctor is never lost, People said."))
                .isEmpty();
        assertThat(outlets("Time magazine reported that the pilot had been warned."))
                .containsExactly("Time");
    }

    @Test
    void shouldKeepAnOutletThatTheTableDoesNotHave() {
        assertThat(outlets("The bridge is shut, the Dunmore Gazette newspaper reported."))
                .containsExactly("Dunmore Gazette");
    }

    @Test
    void shouldGiveTheWordsAsWritten() {
        String text = "The dam held, according to the New York Times.";
        Credit credit = credits(text).get(0);

        assertThat(credit.outlet()).isEqualTo("The New York Times");
        assertThat(text.substring(credit.begin(), credit.end())).isEqualTo(credit.text());
    }

    @Test
    void shouldNotCreditAnOutletThatTheArticleOnlyMentions() {
        assertThat(outlets("Reuters moved its newsroom to the docks. The sun reported no victims. "
                        + "CNN reported a quarterly loss of $4 million."))
                .isEmpty();
    }

    private static List<String> outlets(String text) {
        return credits(text).stream().map(Credit::outlet).toList();
    }

    private static List<Credit> credits(String text) {
        return ANALYZER.analyze(new Document("a", text, null, "en")).credits();
    }
}
