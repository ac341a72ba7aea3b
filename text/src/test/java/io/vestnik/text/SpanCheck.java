/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.util.List;

import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what was found in a text to lie inside it and to say what stands there, whatever the text is. */
public final class SpanCheck {
    private SpanCheck() {}

    /** Checks the names, quotes and credits of a text. */
    public static void check(SourceText source, Analysis analysis) {
        mentions(source, analysis.mentions());
        quotes(source, analysis.quotes());
        for (Credit credit : analysis.credits()) {
            assertThat(credit.text()).isNotBlank().isEqualTo(source.slice(credit.begin(), credit.end()));
        }
    }

    /** Checks the names of a text: one after another, none inside another. */
    public static void mentions(SourceText source, List<Mention> mentions) {
        int reached = 0;
        for (Mention mention : mentions) {
            assertThat(mention.begin()).isBetween(reached, mention.end() - 1);
            assertThat(mention.text()).isNotBlank().isEqualTo(source.slice(mention.begin(), mention.end()));
            assertThat(mention.name()).isNotBlank();
            reached = mention.end();
        }
        assertThat(reached).isLessThanOrEqualTo(source.length());
    }

    private static void quotes(SourceText source, List<Quote> quotes) {
        int reached = 0;
        for (Quote quote : quotes) {
            assertThat(quote.begin()).isBetween(reached, quote.end() - 1);
            assertThat(quote.end()).isLessThanOrEqualTo(source.length());
            assertThat(quote.text()).isEqualTo(source.slice(quote.begin(), quote.end()));
            assertThat(quote.speaker() == null).isEqualTo(quote.speakerType() == null);
            quote.parts().forEach(part -> assertThat(part.begin()).isBetween(quote.begin(), part.end()));
            reached = quote.begin();
        }
    }
}
