/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How far the groups in which articles were found are those in which they are. Every figure is computed from whole
 * numbers, so that the order of the articles does not matter to the last digit.
 */
public final class Agreement {
    /**
     * Where one article is.
     *
     * @param gold key of the group that it belongs to
     * @param found key of the group that it was found in
     */
    public record Membership(String gold, String found) implements Comparable<Membership> {
        @Override
        public int compareTo(Membership other) {
            int order = gold.compareTo(other.gold);
            return order != 0 ? order : found.compareTo(other.found);
        }
    }

    private final long articles;
    private final SortedMap<String, Integer> gold;
    private final SortedMap<String, Integer> found;
    private final SortedMap<Membership, Integer> both;

    private Agreement(List<Membership> memberships) {
        articles = memberships.size();
        gold = count(memberships, Membership::gold);
        found = count(memberships, Membership::found);
        both = count(memberships, Function.identity());
    }

    /** Compares the groups, one membership an article. */
    public static Agreement of(List<Membership> memberships) {
        return new Agreement(memberships);
    }

    /** How many articles there are. */
    public long articles() {
        return articles;
    }

    /** How many groups there are. */
    public int goldGroups() {
        return gold.size();
    }

    /** How many groups were found. */
    public int foundGroups() {
        return found.size();
    }

    /** The pairs of articles in one group. */
    public PairCounts pairs() {
        return new PairCounts(pairs(both), pairs(found), pairs(gold));
    }

    /**
     * The adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, about 0 for chance, and 1 where there is
     * only one way of grouping.
     */
    public double adjustedRandIndex() {
        PairCounts pairs = pairs();
        double all = (double) pairs(articles);
        double expected = all == 0 ? 0 : (double) pairs.gold() * pairs.found() / all;
        double most = (pairs.gold() + pairs.found()) / 2.0;
        return most == expected ? 1 : (pairs.right() - expected) / (most - expected);
    }

    /** B-cubed precision (Bagga and Baldwin 1998): of an article's found group the share of its own, on average. */
    public double bCubedPrecision() {
        return bCubed(found, Membership::found);
    }

    /** B-cubed recall: of an article's group the share that was found with it, on average. */
    public double bCubedRecall() {
        return bCubed(gold, Membership::gold);
    }

    /** How many groups were found just as they are. */
    public int exactGroups() {
        return (int) both.entrySet().stream()
                .filter(cell -> cell.getValue().equals(gold.get(cell.getKey().gold()))
                        && cell.getValue().equals(found.get(cell.getKey().found())))
                .count();
    }

    /** The found groups that hold articles of several groups. */
    public SortedSet<String> mixed() {
        SortedSet<String> seen = new TreeSet<>();
        SortedSet<String> mixed = new TreeSet<>();
        for (Membership cell : both.keySet()) {
            if (!seen.add(cell.found())) {
                mixed.add(cell.found());
            }
        }
        return mixed;
    }

    /** The mean over the articles of c / size, c being those in the same cell: the sum of c² / size, exactly. */
    private double bCubed(SortedMap<String, Integer> sizes, Function<Membership, String> side) {
        if (articles == 0) {
            return 0;
        }
        SortedMap<Integer, BigInteger> squares = new TreeMap<>();
        both.forEach((cell, number) -> squares.merge(
                sizes.getOrDefault(side.apply(cell), 0), BigInteger.valueOf((long) number * number), BigInteger::add));
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Map.Entry<Integer, BigInteger> entry : squares.entrySet()) {
            BigInteger size = BigInteger.valueOf(entry.getKey());
            numerator = numerator.multiply(size).add(entry.getValue().multiply(denominator));
            denominator = denominator.multiply(size);
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator.multiply(BigInteger.valueOf(articles))), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static long pairs(SortedMap<?, Integer> groups) {
        return groups.values().stream().mapToLong(size -> pairs((long) size)).sum();
    }

    private static long pairs(long articles) {
        return articles * (articles - 1) / 2;
    }

    private static <T> SortedMap<T, Integer> count(List<Membership> memberships, Function<Membership, T> key) {
        SortedMap<T, Integer> counts = new TreeMap<>();
        memberships.forEach(membership -> counts.merge(key.apply(membership), 1, Integer::sum));
        return counts;
    }
}
