/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What was said in other words: another translation of it, or the reporter's account. Most of what tells something is in
 * both, in whatever form and order, and neither has a number or name in its place that the other has not.
 *
 * @param aBegin first shared word of the shorter quote
 * @param aEnd one past the last
 * @param bBegin first shared word of the longer quote
 * @param bEnd one past the last
 * @param weight how much the shared words tell
 */
record Retelling(int aBegin, int aEnd, int bBegin, int bEnd, int weight) {
    private static final int LEAST_CONTENT = 5;
    private static final int LEAST_WEIGHT = 22;
    private static final int LEAST_CONTENT_REPORTED = 4;
    private static final int LEAST_WEIGHT_REPORTED = 18;

    /** Content words of the longer quote among which those of the shorter one are looked for, as a multiple of these. */
    private static final int SPREAD = 2;

    /**
     * Looks for the shorter quote in the longer one.
     *
     * @param reported whether one of the two is reported speech, of which less is asked: it is linked to one utterance only
     */
    static @Nullable Retelling find(QuoteWords shorter, QuoteWords longer, boolean reported) {
        int[] a = shorter.content();
        int[] b = longer.content();
        int leastContent = reported ? LEAST_CONTENT_REPORTED : LEAST_CONTENT;
        if (a.length < leastContent || b.length < leastContent) {
            return null;
        }
        Map<String, Integer> wanted = new TreeMap<>();
        int all = 0;
        for (int place : a) {
            wanted.merge(shorter.get(place).lemma(), 1, Integer::sum);
            all += shorter.get(place).weight();
        }
        int[] window = window(wanted, longer, b, SPREAD * a.length);
        Retelling found = shared(shorter, a, longer, b, window[0], window[1]);
        int inLonger = 0;
        for (int i = window[0]; i < window[1]; i++) {
            inLonger += longer.get(b[i]).weight();
        }
        boolean enough = found != null
                && found.content(shorter, longer) >= leastContent
                && found.weight >= (reported ? LEAST_WEIGHT_REPORTED : LEAST_WEIGHT)
                && found.weight * 2 >= (reported ? Math.min(all, inLonger) : all)
                && found.weight * 3 >= all;
        return enough && agree(shorter, a, longer, b, window) ? found : null;
    }

    /** The stretch of the longer quote's content words that has most of the wanted ones. */
    private static int[] window(Map<String, Integer> wanted, QuoteWords longer, int[] b, int width) {
        Map<String, Integer> left = new TreeMap<>(wanted);
        int best = 0;
        int most = -1;
        int weight = 0;
        for (int i = 0; i < b.length; i++) {
            QuoteWord in = longer.get(b[i]);
            if (left.merge(in.lemma(), -1, Integer::sum) >= 0) {
                weight += in.weight();
            }
            if (i >= width) {
                QuoteWord out = longer.get(b[i - width]);
                if (left.merge(out.lemma(), 1, Integer::sum) > 0) {
                    weight -= out.weight();
                }
            }
            if (weight > most) {
                most = weight;
                best = i;
            }
        }
        return new int[] {Math.max(0, best - width + 1), best + 1};
    }

    private static @Nullable Retelling shared(
            QuoteWords shorter, int[] a, QuoteWords longer, int[] b, int from, int to) {
        boolean[] used = new boolean[b.length];
        int weight = 0;
        int aBegin = -1;
        int aEnd = -1;
        int bBegin = Integer.MAX_VALUE;
        int bEnd = -1;
        for (int place : a) {
            QuoteWord word = shorter.get(place);
            for (int i = from; i < to; i++) {
                QuoteWord other = longer.get(b[i]);
                if (!used[i] && word.lemma().equals(other.lemma())) {
                    used[i] = true;
                    weight += Math.min(word.weight(), other.weight());
                    aBegin = aBegin < 0 ? place : aBegin;
                    aEnd = place + 1;
                    bBegin = Math.min(bBegin, b[i]);
                    bEnd = Math.max(bEnd, b[i] + 1);
                    break;
                }
            }
        }
        return aBegin < 0 ? null : new Retelling(aBegin, aEnd, bBegin, bEnd, weight);
    }

    /** Different content words that both have between the first and the last shared one. */
    private int content(QuoteWords shorter, QuoteWords longer) {
        Set<String> words = telling(shorter, aBegin, aEnd);
        words.retainAll(telling(longer, bBegin, bEnd));
        return words.size();
    }

    private static Set<String> telling(QuoteWords words, int from, int to) {
        Set<String> telling = new TreeSet<>();
        for (int i = from; i < to; i++) {
            if (words.get(i).tells()) {
                telling.add(words.get(i).lemma());
            }
        }
        return telling;
    }

    /** Whether not both have a number, or both a name, that the other lacks. */
    private static boolean agree(QuoteWords shorter, int[] a, QuoteWords longer, int[] b, int[] window) {
        Set<String> ours = new TreeSet<>();
        Set<String> theirs = new TreeSet<>();
        for (int place : a) {
            ours.add(shorter.get(place).lemma());
        }
        for (int i = window[0]; i < window[1]; i++) {
            theirs.add(longer.get(b[i]).lemma());
        }
        boolean[] lacks = new boolean[4];
        for (int place : a) {
            note(shorter.get(place), theirs, lacks, 0);
        }
        for (int i = window[0]; i < window[1]; i++) {
            note(longer.get(b[i]), ours, lacks, 2);
        }
        return !(lacks[0] && lacks[2]) && !(lacks[1] && lacks[3]);
    }

    private static void note(QuoteWord word, Set<String> others, boolean[] lacks, int at) {
        if ((word.number() || word.name()) && !others.contains(word.lemma())) {
            lacks[word.number() ? at : at + 1] = true;
        }
    }
}
