/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.Span;

/** Finds which quote was found for which: the pair of greatest overlap first, each quote once. */
final class QuoteMatcher {
    /** Of equal overlaps the later ones first: the order in which they were given decides, so it is fixed here. */
    private static final Comparator<Pair> ORDER = Comparator.comparingDouble(Pair::overlap)
            .thenComparingInt(Pair::gold)
            .thenComparingInt(Pair::found)
            .reversed();

    private record Pair(double overlap, int gold, int found) {}

    /**
     * What belongs together.
     *
     * @param matches the pairs, the greatest overlap first
     * @param missed quotes that are there and were not found
     * @param spurious quotes that were found and are not there
     */
    record Matching(List<QuoteMatch> matches, List<GoldQuote> missed, List<FoundQuote> spurious) {}

    private QuoteMatcher() {}

    /** Matches the quotes of one family in one text; those of the other are passed over. */
    static Matching match(CodePoints text, QuoteFamily family, List<GoldQuote> gold, List<FoundQuote> found) {
        return match(
                text,
                gold.stream().filter(quote -> quote.family() == family).toList(),
                found.stream().filter(quote -> quote.family() == family).toList());
    }

    private static Matching match(CodePoints text, List<GoldQuote> gold, List<FoundQuote> found) {
        List<Pair> pairs = pairs(
                gold.stream()
                        .map(quote -> text.trim(quote.begin(), quote.end()))
                        .toList(),
                found.stream()
                        .map(quote -> text.trim(quote.begin(), quote.end()))
                        .toList());
        BitSet usedGold = new BitSet();
        BitSet usedFound = new BitSet();
        List<QuoteMatch> matches = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!usedGold.get(pair.gold) && !usedFound.get(pair.found)) {
                usedGold.set(pair.gold);
                usedFound.set(pair.found);
                matches.add(new QuoteMatch(pair.overlap, gold.get(pair.gold), found.get(pair.found)));
            }
        }
        return new Matching(matches, rest(gold, usedGold), rest(found, usedFound));
    }

    private static List<Pair> pairs(List<Span> gold, List<Span> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int f = 0; f < found.size(); f++) {
                double overlap = overlap(gold.get(g), found.get(f));
                if (overlap >= QuoteMatch.LEAST) {
                    pairs.add(new Pair(overlap, g, f));
                }
            }
        }
        pairs.sort(ORDER);
        return pairs;
    }

    private static double overlap(Span a, Span b) {
        int both = Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin()));
        int either = Math.max(a.end(), b.end()) - Math.min(a.begin(), b.begin());
        return (double) both / Math.max(1, either);
    }

    private static <T> List<T> rest(List<T> all, BitSet used) {
        List<T> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!used.get(i)) {
                rest.add(all.get(i));
            }
        }
        return rest;
    }
}
