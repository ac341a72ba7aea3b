/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.vestnik.text.Quote;
import io.vestnik.text.sketch.Sketcher;

/** The spoken words of a quote with their places in the article. */
final class QuoteWords {
    private final Quote quote;
    private final QuoteWord[] words;

    private QuoteWords(Quote quote, QuoteWord[] words) {
        this.quote = quote;
        this.words = words;
    }

    static QuoteWords of(Quote quote, WordStock stock) {
        return new QuoteWords(quote, QuoteReader.read(quote, stock).toArray(QuoteWord[]::new));
    }

    int size() {
        return words.length;
    }

    QuoteWord get(int i) {
        return words[i];
    }

    /** All words in their order. */
    List<QuoteWord> all() {
        return Arrays.asList(words);
    }

    /** The words that say something of their own, as numbers of words in their order. */
    int[] content() {
        int[] places = new int[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            if (words[i].tells()) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** How much some words tell. */
    int weight(int from, int to) {
        int weight = 0;
        for (int i = from; i < to; i++) {
            weight += words[i].weight();
        }
        return weight;
    }

    /** The numbers among some words. */
    Set<String> numbers(int from, int to) {
        Set<String> numbers = new TreeSet<>();
        for (int i = from; i < to; i++) {
            if (words[i].number()) {
                numbers.add(words[i].sense());
            }
        }
        return numbers;
    }

    /** Hash of all words: equal where only letter case, ё, marks and punctuation differ. */
    long hash() {
        StringBuilder all = new StringBuilder();
        for (QuoteWord word : words) {
            all.append(word.folded()).append(' ');
        }
        return Sketcher.hash(all);
    }

    /** Place of the first of some words in the article, code points. */
    int begin(int from) {
        return words[from].begin();
    }

    /** One past the last of some words in the article, code points. */
    int end(int to) {
        return words[to - 1].end();
    }

    /** Words as written, with the marks between them but without an attribution between the parts. */
    String text(int from, int to) {
        StringBuilder out = new StringBuilder();
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || words[i].part() != words[i - 1].part()) {
                out.append(out.isEmpty() ? "" : " ").append(written(quote, words[start].begin(), words[i - 1].end()));
                start = i;
            }
        }
        return out.toString();
    }

    /** All spoken words of a quote as written. */
    static String text(Quote quote) {
        if (quote.parts().isEmpty()) {
            return quote.text();
        }
        return String.join(
                " ",
                quote.parts().stream()
                        .map(part -> written(quote, part.begin(), part.end()))
                        .toList());
    }

    private static String written(Quote quote, int begin, int end) {
        String text = quote.text();
        int from = text.offsetByCodePoints(0, begin - quote.begin());
        return text.substring(from, text.offsetByCodePoints(from, end - begin));
    }
}
