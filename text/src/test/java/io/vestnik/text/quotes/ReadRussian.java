/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.Quote;

import static org.assertj.core.api.Assertions.assertThat;

/** The quotes of short Russian texts, for tests. */
final class ReadRussian {
    private static final Analyzer ANALYZER = new Analyzer();

    private ReadRussian() {}

    static List<Quote> quotes(String text) {
        return ANALYZER.analyze(new Document("a", text, null, "ru")).quotes();
    }

    /** The quote of a text that has one. */
    static Quote only(String text) {
        List<Quote> quotes = quotes(text);
        assertThat(quotes).hasSize(1);
        return quotes.get(0);
    }

    /** The last quote of a text that has any. */
    static Quote last(String text) {
        List<Quote> quotes = quotes(text);
        assertThat(quotes).isNotEmpty();
        return quotes.get(quotes.size() - 1);
    }
}
