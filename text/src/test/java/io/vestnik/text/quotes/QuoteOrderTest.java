/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteOrderTest {
    private static final Quote LATE = quote(9, 12, QuoteKind.DIRECT, "late");
    private static final Quote LONG = quote(2, 8, QuoteKind.DIRECT, "long");
    private static final Quote SHORT = quote(2, 5, QuoteKind.DIRECT, "short");
    private static final Quote AGAIN = quote(2, 5, QuoteKind.DIRECT, "again");
    private static final Quote REPORTED = quote(2, 5, QuoteKind.INDIRECT, "reported");

    @Test
    void shouldKeepTheFirstOfOneKindAndPlace() {
        assertThat(QuoteOrder.distinct(List.of(LATE, LONG, SHORT, REPORTED, AGAIN)))
                .containsExactly(SHORT, LONG, REPORTED, LATE);
    }

    @Test
    void shouldKeepTheShortestOfThoseThatBeginTogether() {
        assertThat(QuoteOrder.shortest(List.of(LATE, LONG, SHORT, REPORTED, AGAIN)))
                .containsExactly(SHORT, REPORTED, LATE);
    }

    private static Quote quote(int begin, int end, QuoteKind kind, String rule) {
        return new Quote(begin, end, kind, "", List.of(), null, null, null, "", "", rule);
    }
}
