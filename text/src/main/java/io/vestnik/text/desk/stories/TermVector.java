/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.Term;
import io.vestnik.text.lang.Recent;
import io.vestnik.text.sketch.Sketcher;

/**
 * An article's terms, ready for comparison: by stem, so that сахар and сахарный meet, each with what it is. Beside them
 * stand, without weight, the stems of names that are none of its terms: what an article names at all it does not leave
 * unsaid. A few arrays of numbers and of shared strings, since a desk holds hundreds of thousands of these.
 */
final class TermVector {
    /** Terms that the index is asked by. */
    static final int HEAVIEST = 12;

    private static final int TITLED = 1;
    private static final int TITLE_NAME = 2;
    private static final int FACT = 4;

    /** Bits of a weight that tell what its stem is. */
    private static final int FLAGS = 3;

    private static final int MOST_WEIGHT = Integer.MAX_VALUE >> (FLAGS + 1);
    private static final int STEM = 5;
    private static final int BYTE = 0xFF;

    /** Numbers in one line of the processor's cache. */
    private static final int LINE = 16;

    /** In front of the Java machine's table of strings, which is slow to ask. */
    private static final Recent<String> RECENT = new Recent<>(15);

    /** Hashes of the heaviest terms. */
    final long[] keys;

    /** Hashes of the stems, ascending. */
    final int[] stems;

    /** The weights of the stems, and in the lowest bits what they are. */
    private final int[] weights;
    /** For each stem, whose name it is of, as {@link TermRoles} numbers persons. */
    private final byte[] persons;
    /** The heaviest term of each stem, the strings shared among articles; of a name without weight none. */
    private final String[] terms;

    /** Sum of the squared weights. */
    final long square;

    /** Sum of the weights of the title's terms. */
    final long titleWeight;

    /** Sum of the squared weights of facts. */
    final long factSquare;

    /** Stems of names in the title. */
    final int titleNames;

    /**
     * Reads terms.
     *
     * @param heaviestFirst terms with their weights
     * @param roles what their stems are
     */
    TermVector(List<Term> heaviestFirst, TermRoles roles) {
        long[] order = byStem(heaviestFirst, roles.names());
        int count = order.length;
        this.stems = new int[count];
        this.weights = new int[count];
        this.persons = new byte[count];
        this.terms = new String[count];
        long allSquared = 0;
        long titleWeights = 0;
        long factsSquared = 0;
        int namesInTitle = 0;
        for (int i = 0; i < count; i++) {
            int stem = (int) (order[i] >> Integer.SIZE);
            int place = (int) order[i];
            boolean weighs = place < heaviestFirst.size();
            int weight = weighs ? emphasized(heaviestFirst.get(place).weight()) : 0;
            long squared = (long) weight * weight;
            int flags = flags(stem, weighs && hasDigit(heaviestFirst.get(place).term()), roles);
            stems[i] = stem;
            weights[i] = (weight << FLAGS) | flags;
            persons[i] = (byte) roles.person(stem);
            terms[i] = weighs ? shared(heaviestFirst.get(place).term()) : "";
            allSquared += squared;
            titleWeights += (flags & TITLED) != 0 ? weight : 0;
            factsSquared += (flags & FACT) != 0 ? squared : 0;
            namesInTitle += (flags & TITLE_NAME) != 0 ? 1 : 0;
        }
        this.square = allSquared;
        this.titleWeight = titleWeights;
        this.factSquare = factsSquared;
        this.titleNames = namesInTitle;
        this.keys = new long[Math.min(HEAVIEST, heaviestFirst.size())];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Sketcher.hash(heaviestFirst.get(i).term());
        }
    }

    private static int flags(int stem, boolean number, TermRoles roles) {
        boolean titleName = roles.isOfTitleName(stem);
        boolean fact = number || titleName || roles.isOfName(stem);
        return (roles.isOfTitle(stem) ? TITLED : 0) | (titleName ? TITLE_NAME : 0) | (fact ? FACT : 0);
    }

    /**
     * Each stem once, ascending, in the upper half of a number; in the lower half which term is its heaviest, for a name
     * that is no term a number above all of these.
     */
    private static long[] byStem(List<Term> heaviestFirst, StemSet names) {
        int weighty = heaviestFirst.size();
        long[] order = new long[weighty + names.size()];
        for (int i = 0; i < order.length; i++) {
            int stem = i < weighty ? stem(heaviestFirst.get(i).term()) : names.get(i - weighty);
            order[i] = ((long) stem << Integer.SIZE) | i;
        }
        Arrays.sort(order);
        int count = 0;
        for (long next : order) {
            if (count == 0 || order[count - 1] >> Integer.SIZE != next >> Integer.SIZE) {
                order[count++] = next;
            }
        }
        return Arrays.copyOf(order, count);
    }

    /** One string for all articles that have the term. */
    private static String shared(String term) {
        String known = RECENT.get(term);
        if (known == null) {
            known = term.intern();
            RECENT.put(known, known);
        }
        return known;
    }

    /** Reads one number of each line of the processor's cache that the stems lie in; gives a number of no meaning. */
    int touch() {
        int sum = 0;
        for (int i = 0; i < stems.length; i += LINE) {
            sum += stems[i] + weights[i] + persons[i];
        }
        return sum;
    }

    /** How many stems there are. */
    int size() {
        return stems.length;
    }

    /** Weight of the stem at a place, from 0. */
    int weight(int i) {
        return weights[i] >> FLAGS;
    }

    /** Whether the stem at a place is of the title. */
    boolean titled(int i) {
        return (weights[i] & TITLED) != 0;
    }

    /** Whether the stem at a place is of a name in the title. */
    boolean titleName(int i) {
        return (weights[i] & TITLE_NAME) != 0;
    }

    /** Whether the stem at a place is of a name or a number, which tell events of one kind apart. */
    boolean fact(int i) {
        return (weights[i] & FACT) != 0;
    }

    /** Whose name the stem at a place is of, from 1 to 255; 0 for nobody's. */
    int person(int i) {
        return persons[i] & BYTE;
    }

    /**
     * What a term is compared by: its first letters, which words of one root mostly share; numbers are compared whole.
     *
     * @param term a term
     * @return hash of its stem
     */
    static int stem(String term) {
        return (int) Sketcher.hash(isWhole(term) ? term : beginning(term));
    }

    private static boolean isWhole(String term) {
        return term.length() <= STEM || hasDigit(term);
    }

    private static boolean hasDigit(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (Character.isDigit(term.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String beginning(String term) {
        return term.substring(0, term.offsetByCodePoints(0, Math.min(STEM, term.codePointCount(0, term.length()))));
    }

    /** The weight to the power of 1.5: few telling terms say more about an event than many common ones. */
    private static int emphasized(int weight) {
        return (int) Math.min(MOST_WEIGHT, weight * StrictMath.sqrt(weight));
    }

    /** The terms that both have, by the product of their weights, heaviest first, equal ones by term. */
    List<String> shared(TermVector other, int most) {
        record Shared(String term, long weight) {}
        List<Shared> shared = new ArrayList<>();
        for (int i = 0; i < stems.length; i++) {
            int j = Arrays.binarySearch(other.stems, stems[i]);
            if (j >= 0 && weight(i) > 0 && other.weight(j) > 0) {
                shared.add(new Shared(terms[i], (long) weight(i) * other.weight(j)));
            }
        }
        shared.sort(Comparator.comparingLong(Shared::weight).reversed().thenComparing(Shared::term));
        return shared.stream().limit(most).map(Shared::term).toList();
    }
}
