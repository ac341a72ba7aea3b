/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.vestnik.text.Quote;
import io.vestnik.text.Span;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.WordScanner;

/** The spoken words of a quote with their places in the article. */
final class QuoteWords {
    final String[] folded;

    /** Whether the word says something of its own. */
    final boolean[] content;

    private final int[] begins;
    private final int[] ends;
    private final int[] parts;
    private final Quote quote;

    QuoteWords(Quote quote, Predicate<String> tells) {
        this.quote = quote;
        String text = quote.text();
        List<FoldedWord> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> partOf = new ArrayList<>();
        int chars = 0;
        int points = quote.begin();
        for (FoldedWord word : WordScanner.scan(text)) {
            points += text.codePointCount(chars, word.begin());
            chars = word.begin();
            int part = part(points, quote.parts());
            if (part >= 0) {
                words.add(word);
                starts.add(points);
                partOf.add(part);
            }
        }
        int count = words.size();
        this.folded = words.stream().map(FoldedWord::folded).toArray(String[]::new);
        this.content = new boolean[count];
        this.begins = starts.stream().mapToInt(Integer::intValue).toArray();
        this.ends = new int[count];
        this.parts = partOf.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < count; i++) {
            FoldedWord word = words.get(i);
            content[i] = tells.test(word.folded());
            ends[i] = begins[i] + text.codePointCount(word.begin(), word.end());
        }
    }

    private static int part(int point, List<Span> parts) {
        if (parts.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (point >= parts.get(i).begin() && point < parts.get(i).end()) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return folded.length;
    }

    /** Place of the first of some words in the article, code points. */
    int begin(int from) {
        return begins[from];
    }

    /** One past the last of some words in the article, code points. */
    int end(int to) {
        return ends[to - 1];
    }

    /** Words as written, with the marks between them but without an attribution between the parts. */
    String text(int from, int to) {
        StringBuilder out = new StringBuilder();
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || parts[i] != parts[i - 1]) {
                out.append(out.isEmpty() ? "" : " ").append(written(begins[start], ends[i - 1]));
                start = i;
            }
        }
        return out.toString();
    }

    /** All words of the quote as written. */
    String text() {
        if (quote.parts().isEmpty()) {
            return quote.text();
        }
        return String.join(
                " ",
                quote.parts().stream()
                        .map(part -> written(part.begin(), part.end()))
                        .toList());
    }

    private String written(int begin, int end) {
        String text = quote.text();
        int from = text.offsetByCodePoints(0, begin - quote.begin());
        return text.substring(from, text.offsetByCodePoints(from, end - begin));
    }
}
