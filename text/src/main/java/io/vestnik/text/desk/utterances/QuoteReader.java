/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Quote;
import io.vestnik.text.Span;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.WordScanner;

/** Reads the spoken words of a quote: an attribution between its parts is left out, numbers of several words are one. */
final class QuoteReader {
    private static final int THOUSANDS = 3;

    private final Quote quote;
    private final WordStock stock;
    private final List<QuoteWord> words = new ArrayList<>();

    private QuoteReader(Quote quote, WordStock stock) {
        this.quote = quote;
        this.stock = stock;
    }

    static List<QuoteWord> read(Quote quote, WordStock stock) {
        QuoteReader reader = new QuoteReader(quote, stock);
        reader.run();
        return reader.words;
    }

    private void run() {
        String text = quote.text();
        int chars = 0;
        int points = quote.begin();
        for (FoldedWord word : WordScanner.scan(text)) {
            points += text.codePointCount(chars, word.begin());
            int end = points + text.codePointCount(word.begin(), word.end());
            int part = part(points);
            if (part >= 0) {
                add(word, points, end, part);
                int sign = word.end();
                while (sign < text.length() && Character.isSpaceChar(text.charAt(sign))) {
                    sign++;
                }
                if (word.number() && sign < text.length() && text.charAt(sign) == '%') {
                    int at = end + sign - word.end();
                    words.add(new QuoteWord("%", "%", true, "%", 0, false, false, at, at + 1, part));
                }
            }
            chars = word.begin();
        }
    }

    private int part(int point) {
        List<Span> parts = quote.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (point >= parts.get(i).begin() && point < parts.get(i).end()) {
                return i;
            }
        }
        return parts.isEmpty() ? 0 : -1;
    }

    private void add(FoldedWord word, int begin, int end, int part) {
        String folded = word.folded();
        WordStock.Fact fact = stock.fact(folded);
        WordStock.Numeral numeral = fact.numeral();
        QuoteWord last = words.isEmpty() ? null : words.get(words.size() - 1);
        if (isDigits(folded)) {
            if (last != null && last.part() == part && groups(last, folded, begin)) {
                String all = last.sense() + folded;
                replaceLast(number(all, all, true, last.begin(), end, part));
            } else {
                words.add(number(folded, folded, true, begin, end, part));
            }
        } else if (numeral != null) {
            boolean number = isDigits(numeral.sense());
            String sum = last == null || last.part() != part ? null : sum(last, numeral.sense());
            if (last != null && sum != null) {
                replaceLast(number(last.folded() + " " + folded, sum, false, last.begin(), end, part));
            } else if (number) {
                words.add(number(folded, numeral.sense(), false, begin, end, part));
            } else {
                words.add(new QuoteWord(
                        folded, numeral.sense(), numeral.sign(), numeral.sense(), 0, false, false, begin, end, part));
            }
        } else {
            boolean name = word.capital() && !word.opens();
            int weight = word.number() ? WordStock.NUMBER_WEIGHT : fact.weight();
            words.add(
                    new QuoteWord(folded, folded, false, fact.lemma(), weight, word.number(), name, begin, end, part));
        }
    }

    private void replaceLast(QuoteWord word) {
        words.set(words.size() - 1, word);
    }

    private static QuoteWord number(String folded, String sense, boolean sign, int begin, int end, int part) {
        return new QuoteWord(folded, sense, sign, sense, WordStock.NUMBER_WEIGHT, true, false, begin, end, part);
    }

    private static boolean isDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether three digits after a space go on with the number before it: 1 200. */
    private boolean groups(QuoteWord last, String digits, int begin) {
        return last.number()
                && last.sign()
                && last.end() + 1 == begin
                && last.sense().length() <= THOUSANDS
                && digits.length() == THOUSANDS
                && digits.indexOf('.') < 0
                && last.sense().indexOf('.') < 0
                && Character.isSpaceChar(
                        quote.text().charAt(quote.text().offsetByCodePoints(0, last.end() - quote.begin())));
    }

    /** The number that a tens word and a units word, or a hundreds word and either, give together. */
    private static @Nullable String sum(QuoteWord last, String next) {
        if (!last.number() || last.sign() || last.sense().length() > THOUSANDS || !isDigits(next)) {
            return null;
        }
        int high = Integer.parseInt(last.sense());
        int low = Integer.parseInt(next);
        boolean fits = (high % 100 == 0 && low < 100) || (high % 10 == 0 && high % 100 >= 20 && low < 10);
        return fits ? Integer.toString(high + low) : null;
    }
}
