package io.vestnik.streams.analysis;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.Span;
import io.vestnik.text.EntityIds;

/** Recognizes a quote in another version of its article: by its kind and its words, wherever they stand. */
final class QuoteKeys {
    private static final int HEX = 16;

    private QuoteKeys() {}

    /** Keys of all quotes of a version, ascending, without repeats. */
    static List<Long> of(Analysis analysis) {
        return analysis.getQuotes().stream().map(QuoteKeys::of).distinct().sorted().toList();
    }

    /** The key of one quote: a hash of its kind and the folded words that were spoken. */
    static long of(Quote quote) {
        return Long.parseUnsignedLong(EntityIds.hash(quote.getKind() + "\n" + words(spoken(quote))), HEX);
    }

    private static String spoken(Quote quote) {
        if (quote.getParts().isEmpty()) {
            return quote.getText();
        }
        String text = quote.getText();
        List<String> parts = new ArrayList<>();
        for (Span part : quote.getParts()) {
            int from = text.offsetByCodePoints(0, part.getBegin() - quote.getBegin());
            int to = text.offsetByCodePoints(from, part.getEnd() - part.getBegin());
            parts.add(text.substring(from, to));
        }
        return String.join(" ", parts);
    }

    /** Letters and digits in folded form, anything else as one space: punctuation may change without a new quote. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        EntityIds.fold(text).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }
}
