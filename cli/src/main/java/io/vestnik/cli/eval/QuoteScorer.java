/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;
import java.util.function.Predicate;

/** Counts how far the quotes found in a text, and their speakers, are those that are there. */
public final class QuoteScorer {
    private QuoteScorer() {}

    /**
     * Compares the quotes of one text.
     *
     * @param text the text that the spans count in
     * @param gold the quotes that are there; of equally good matches their order decides
     * @param found the quotes that were found, likewise
     */
    public static QuoteCounts count(String text, List<GoldQuote> gold, List<FoundQuote> found) {
        CodePoints points = new CodePoints(text);
        QuoteMatcher.Matching spoken = QuoteMatcher.match(points, QuoteFamily.SPOKEN, gold, found);
        QuoteMatcher.Matching indirect = QuoteMatcher.match(points, QuoteFamily.INDIRECT, gold, found);
        return new QuoteCounts(family(spoken), family(indirect), parts(points, spoken.matches()));
    }

    private static QuoteCounts.Family family(QuoteMatcher.Matching matching) {
        List<QuoteMatch> matches = matching.matches();
        int there = matches.size() + matching.missed().size();
        int said = matches.size() + matching.spurious().size();
        return new QuoteCounts.Family(
                new Counts(number(matches, QuoteMatch::isExact), said, there),
                new Counts(number(matches, QuoteMatch::isClose), said, there),
                new Counts(matches.size(), said, there),
                new Counts(number(matches, match -> match.isClose() && match.isAttributed()), said, there),
                new Share(number(matches, QuoteMatch::isAttributed), matches.size()));
    }

    private static Counts parts(CodePoints text, List<QuoteMatch> matches) {
        List<QuoteMatch> split = matches.stream().filter(QuoteMatch::isSplit).toList();
        return new Counts(number(split, match -> match.hasSameParts(text)), split.size(), split.size());
    }

    private static int number(List<QuoteMatch> matches, Predicate<QuoteMatch> condition) {
        return (int) matches.stream().filter(condition).count();
    }
}
