/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Quote;
import io.vestnik.text.SpeakerType;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of offices is the last resort, for the day of the article. */
class KnownOfficesTest {
    private static final Analyzer ANALYZER = new Analyzer();
    private static final LocalDate IN_OFFICE = LocalDate.of(2024, 5, 1);
    private static final LocalDate BEFORE = LocalDate.of(2010, 5, 1);
    private static final String MACRON = EntityIds.of(EntityType.PER, "Эмманюэль Макрон");
    private static final String UNNAMED =
            "Завод открыли утром. «Мы долго ждали этого дня», – сказал президент Франции.";

    private static Quote only(String text, @Nullable LocalDate day) {
        List<Quote> quotes =
                ANALYZER.analyze(new Document("a", text, null, "ru", day)).quotes();
        assertThat(quotes).hasSize(1);
        return quotes.get(0);
    }

    @Test
    void shouldSupplyTheEntityButNoNameThatTheArticleDoesNotHave() {
        Quote quote = only(UNNAMED, IN_OFFICE);

        assertThat(quote.speaker()).isEqualTo("президент Франции");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.ROLE);
        assertThat(quote.speakerEntity()).isEqualTo(MACRON);
        assertThat(quote.evidence()).endsWith("/office-table");
    }

    @Test
    void shouldAskForTheDayOfTheArticle() {
        assertThat(only(UNNAMED, BEFORE).speakerEntity()).isNull();
        assertThat(only(UNNAMED, null).speakerEntity()).isNull();
    }

    @Test
    void shouldGiveTheNameThatTheArticleHas() {
        Quote quote = only("На открытие завода приехал Эмманюэль Макрон. " + UNNAMED, IN_OFFICE);

        assertThat(quote.speaker()).isEqualTo("Эмманюэль Макрон");
        assertThat(quote.speakerEntity()).isEqualTo(MACRON);
    }

    @Test
    void shouldTakeTheOnlyHeadOfStateOfTheArticleForTheHeadOfAnUnnamedState() {
        Quote quote =
                only("Эмманюэль Макрон поддержал закон. «Мы долго ждали этого дня», – сказал глава государства.", null);

        assertThat(quote.speaker()).isEqualTo("Эмманюэль Макрон");
        assertThat(quote.evidence()).endsWith("/office-table");
    }

    @Test
    void shouldPreferThoseToWhomTheArticleGivesTheOffice() {
        Quote quote = only("Приехал президент Франции Жан Луар. " + UNNAMED, IN_OFFICE);

        assertThat(quote.speaker()).isEqualTo("Жан Луар");
        assertThat(quote.evidence()).doesNotContain("office-table");
    }
}
