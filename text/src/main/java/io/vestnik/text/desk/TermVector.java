/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.Term;
import io.vestnik.text.sketch.Sketcher;

/** An article's terms, ready for comparison. */
final class TermVector {
    private static final int THOUSANDTHS = 1000;

    final long[] keys;
    private final String[] names;
    private final int[] weights;
    private final long square;

    TermVector(List<Term> terms) {
        List<Term> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(Term::term));
        this.names = sorted.stream().map(Term::term).toArray(String[]::new);
        this.weights = sorted.stream().mapToInt(Term::weight).toArray();
        long sum = 0;
        for (int weight : weights) {
            sum += (long) weight * weight;
        }
        this.square = sum;
        this.keys = terms.stream().mapToLong(term -> Sketcher.hash(term.term())).toArray();
    }

    /** Cosine in thousandths. Exact sums of integers; the root and the quotient are rounded alike on all machines. */
    int similarity(TermVector other) {
        if (square == 0 || other.square == 0) {
            return 0;
        }
        long product = 0;
        for (int i = 0, j = 0; i < names.length && j < other.names.length; ) {
            int order = names[i].compareTo(other.names[j]);
            if (order == 0) {
                product += (long) weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return (int) (THOUSANDTHS * product / StrictMath.sqrt((double) square * other.square));
    }

    /** The terms that both have, by the product of their weights, heaviest first, equal ones by term. */
    List<String> shared(TermVector other, int most) {
        record Shared(String term, long weight) {}
        List<Shared> shared = new ArrayList<>();
        for (int i = 0, j = 0; i < names.length && j < other.names.length; ) {
            int order = names[i].compareTo(other.names[j]);
            if (order == 0) {
                shared.add(new Shared(names[i], (long) weights[i++] * other.weights[j++]));
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        shared.sort(Comparator.comparingLong(Shared::weight).reversed().thenComparing(Shared::term));
        return shared.stream().limit(most).map(Shared::term).toList();
    }
}
