/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;

import static org.assertj.core.api.Assertions.assertThat;

class EnglishQuotesTest {
    private static final Analyzer ANALYZER = new Analyzer();

    private static List<Quote> quotes(String text) {
        return ANALYZER.analyze(new Document("a", text, null, "en")).quotes();
    }

    private static Quote only(String text) {
        List<Quote> quotes = quotes(text);
        assertThat(quotes).hasSize(1);
        return quotes.get(0);
    }

    @Test
    void shouldAttributeAQuoteFollowedByItsSpeaker() {
        Quote quote = only("“We will open the bridge in May,” said Karen Holt, the mayor of the town.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.text()).isEqualTo("We will open the bridge in May");
        assertThat(quote.speaker()).isEqualTo("Karen Holt");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.PER);
        assertThat(quote.cue()).isEqualTo("said");
    }

    @Test
    void shouldReadStraightMarks() {
        Quote quote = only("\"The boats are old and they leak,\" Simon Dawes told the council.");

        assertThat(quote.text()).isEqualTo("The boats are old and they leak");
        assertThat(quote.speaker()).isEqualTo("Simon Dawes");
    }

    @Test
    void shouldAttributeAQuoteLedByItsSpeaker() {
        Quote quote = only("Karen Holt said: “The school has money for one more year.”");

        assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
        assertThat(quote.speaker()).isEqualTo("Karen Holt");
    }

    @Test
    void shouldReadSingleMarksAndTheirApostrophes() {
        Quote quote = only("‘I don’t know who opened the gate,’ said Simon Dawes.");

        assertThat(quote.text()).isEqualTo("I don’t know who opened the gate");
        assertThat(quote.speaker()).isEqualTo("Simon Dawes");
    }

    @Test
    void shouldLeaveAQuoteInsideAQuoteToIt() {
        Quote quote = only("“He shouted ‘stop the train’ and ran away,” Karen Holt said.");

        assertThat(quote.text()).isEqualTo("He shouted ‘stop the train’ and ran away");
    }

    @Test
    void shouldReadAnInterruptedQuoteAsTwo() {
        List<Quote> quotes = quotes("“We are ready,” Karen Holt said. “The pumps have been tested twice.”");

        assertThat(quotes).extracting(Quote::text).containsExactly("We are ready", "The pumps have been tested twice");
        assertThat(quotes).extracting(Quote::speaker).containsOnly("Karen Holt");
    }

    @Test
    void shouldJoinTheParagraphsOfAQuoteThatAreReopened() {
        Quote quote = only("Karen Holt said: “The pumps have been tested twice.\n\n“They will run all winter.”");

        assertThat(quote.text()).startsWith("The pumps").endsWith("all winter");
        assertThat(quote.speaker()).isEqualTo("Karen Holt");
    }

    @Test
    void shouldReadWhatIsSaidAccordingToSomebody() {
        Quote quote = only("The dam was built in two years, according to Simon Dawes.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quote.text()).isEqualTo("The dam was built in two years");
        assertThat(quote.speaker()).isEqualTo("Simon Dawes");
    }

    @Test
    void shouldReadAReportedClause() {
        Quote quote = only("Simon Dawes said that the dam would hold for another century.");

        assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quote.text()).isEqualTo("the dam would hold for another century");
        assertThat(quote.speaker()).isEqualTo("Simon Dawes");
    }

    @Test
    void shouldReadAReportedClauseWithoutThat() {
        assertThat(only("Karen Holt said the school would close in June.").text())
                .isEqualTo("the school would close in June");
    }

    @Test
    void shouldTakeAFragmentInAReportedClauseForAPartialQuote() {
        List<Quote> quotes = quotes("Simon Dawes said the talks had been “slow and rather dull” so far.");

        assertThat(quotes).extracting(Quote::kind).containsExactlyInAnyOrder(QuoteKind.INDIRECT, QuoteKind.PARTIAL);
        assertThat(quotes).extracting(Quote::speaker).containsOnly("Simon Dawes");
    }

    @Test
    void shouldTellWhomAPronounMeans() {
        List<Quote> quotes =
                quotes("Karen Holt met Simon Dawes in May. “The house was cold and we had no lamp,” she said.");

        assertThat(quotes).extracting(Quote::speaker).containsExactly("Karen Holt");
    }

    @Test
    void shouldNameASpeakerWithoutANameByTheOffice() {
        Quote quote = only("“The road will be closed until noon,” a spokesman for the council said.");

        assertThat(quote.speaker()).isEqualTo("spokesman for the council");
        assertThat(quote.speakerType()).isEqualTo(SpeakerType.ROLE);
        assertThat(quote.speakerEntity()).isNull();
    }

    @Test
    void shouldResolveAnOfficeThatTheArticleGivesToSomebody() {
        List<Quote> quotes = quotes("Governor Simon Dawes came late. “I have read every page,” the governor said.");

        assertThat(quotes).extracting(Quote::speaker).containsExactly("Simon Dawes");
    }

    @Test
    void shouldLeaveASpeakerOpenWhomNothingTells() {
        Quote quote = only("“The house was cold and we had no lamp,” she said.");

        assertThat(quote.speaker()).isNull();
        assertThat(quote.speakerType()).isNull();
    }

    @Test
    void shouldNotTakeScareQuotesAndTitlesForQuotes() {
        assertThat(quotes("The “smart” meters are sold in every shop. The film “Winter Harvest” opens in May."))
                .isEmpty();
    }

    @Test
    void shouldNotReadPastAMarkThatIsNeverClosed() {
        List<Quote> quotes =
                quotes("“We are ready.\n\nThe town has two schools.\n\n“The pumps have been tested,” Karen Holt said.");

        assertThat(quotes).extracting(Quote::text).contains("The pumps have been tested");
        assertThat(quotes).noneMatch(quote -> quote.text().contains("two schools"));
    }
}
