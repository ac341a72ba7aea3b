/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.Quote;

/** The order of an article's quotes, and which of those that several rules found are one. */
public final class QuoteOrder {
    private static final Comparator<Quote> BEGINNING =
            Comparator.comparingInt(Quote::begin).thenComparing(Quote::kind);
    private static final Comparator<Quote> PLACE = BEGINNING.thenComparingInt(Quote::end);

    private QuoteOrder() {}

    /** The quotes by their places; of those of one kind and place only the one that was found first. */
    public static List<Quote> distinct(List<Quote> quotes) {
        return firsts(quotes, PLACE);
    }

    /** The quotes by their places; of those of one kind that begin together only the shortest. */
    public static List<Quote> shortest(List<Quote> quotes) {
        return firsts(quotes, BEGINNING);
    }

    private static List<Quote> firsts(List<Quote> quotes, Comparator<Quote> same) {
        List<Quote> sorted = new ArrayList<>(quotes);
        sorted.sort(PLACE);
        List<Quote> firsts = new ArrayList<>();
        for (Quote quote : sorted) {
            if (firsts.isEmpty() || same.compare(firsts.get(firsts.size() - 1), quote) != 0) {
                firsts.add(quote);
            }
        }
        return List.copyOf(firsts);
    }
}
