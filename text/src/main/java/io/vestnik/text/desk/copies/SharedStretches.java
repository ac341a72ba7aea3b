/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.Span;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.WordPlaces;

/**
 * Finds the stretches of a text that stand in another one: the longest runs of shingles that follow each other in both,
 * joined over a word or two that differ. Lines that are left out of the comparison part stretches. Pure, and linear in
 * the lengths of the texts.
 */
final class SharedStretches {
    /** Most stretches that are told. */
    static final int MOST = 32;

    /** A shorter stretch is a phrase that any two texts may share. */
    static final int LEAST_WORDS = 5;

    /** Words of this text between two stretches that are joined. */
    private static final int SHORT_GAP = 2;

    /** Words of the other text between them. */
    private static final int WIDER_GAP = 4;

    /** Places of a shingle in the other text that are looked at. */
    private static final int MOST_PLACES = 16;

    private static final int NONE = -1;

    private final WordPlaces words;
    private final int[] ranks;
    private final int[] otherRanks;
    private final int otherWords;

    /** For each distinct shingle its first place in the other text, or NONE. */
    private final int[] first;

    /** For each place of a shingle in the other text the next place of the same one, or NONE. */
    private final int[] next;

    /** For each distinct shingle its rank in the other text, or NONE. */
    private final int[] otherRank;

    private final List<Stretch> stretches;

    private SharedStretches(TextNode text, TextNode other) {
        WordPlaces others = other.places();
        this.words = text.places();
        this.ranks = words.ranks();
        this.otherRanks = others.ranks();
        this.otherWords = others.words();
        this.otherRank = otherRanks(text.shingles, other.shingles);
        this.first = new int[other.shingles.length];
        this.next = new int[otherRanks.length];
        Arrays.fill(first, NONE);
        for (int i = otherRanks.length - 1; i >= 0; i--) {
            next[i] = first[otherRanks[i]];
            first[otherRanks[i]] = i;
        }
        this.stretches = find();
    }

    /** Finds the stretches of a text that stand in another one. */
    static SharedStretches of(TextNode text, TextNode other) {
        return new SharedStretches(text, other);
    }

    /**
     * The stretches.
     *
     * @return at most {@link #MOST} of them, the longest ones, in the order of the text, in its code points; none when it
     *     is not known where the words of either stand
     */
    List<Span> spans() {
        return stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::words).reversed().thenComparingInt(Stretch::begin))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Stretch::begin))
                .map(stretch -> new Span(words.begin(stretch.begin), words.end(stretch.end - 1)))
                .toList();
    }

    /**
     * Whether all that is shared stands in the second half of both texts: background that an outlet puts under all
     * reports of a matter, or its standing notice.
     */
    boolean isBackground() {
        return !stretches.isEmpty()
                && stretches.stream()
                        .allMatch(
                                stretch -> 2 * stretch.begin >= words.words() && 2 * stretch.otherBegin >= otherWords);
    }

    /**
     * A stretch of words that both texts have.
     *
     * @param begin first word
     * @param end one past the last word
     * @param otherBegin first word in the other text
     * @param otherEnd one past the last word in the other text
     */
    private record Stretch(int begin, int end, int otherBegin, int otherEnd) {
        int words() {
            return end - begin;
        }
    }

    private List<Stretch> find() {
        List<Stretch> found = new ArrayList<>();
        int place = 0;
        while (place < ranks.length) {
            int otherPlace = longest(place, found);
            if (otherPlace == NONE) {
                place++;
                continue;
            }
            int run = run(place, otherPlace);
            int end = Math.min(words.words(), place + run + Sketcher.GRAM - 1);
            int otherEnd = Math.min(otherWords, otherPlace + run + Sketcher.GRAM - 1);
            add(place, end, otherPlace, otherEnd, found);
            place += run;
        }
        found.removeIf(stretch -> stretch.words() < LEAST_WORDS);
        return found;
    }

    /** The place in the other text from which most shingles are shared; of equal ones that which goes on, else the first. */
    private int longest(int place, List<Stretch> found) {
        int rank = otherRank[ranks[place]];
        int best = NONE;
        int most = 0;
        int goesOn = found.isEmpty() ? NONE : found.get(found.size() - 1).otherEnd - Sketcher.GRAM + 1;
        int looked = 0;
        for (int at = rank == NONE ? NONE : first[rank]; at != NONE && looked < MOST_PLACES; at = next[at]) {
            int run = run(place, at);
            boolean better = run > most || (run == most && best < goesOn && at >= goesOn);
            best = better ? at : best;
            most = Math.max(most, run);
            looked++;
        }
        return best;
    }

    private int run(int place, int otherPlace) {
        int run = 0;
        while (place + run < ranks.length
                && otherPlace + run < otherRanks.length
                && otherRank[ranks[place + run]] == otherRanks[otherPlace + run]) {
            run++;
        }
        return run;
    }

    /** Adds a run of shared words: joins it with the one before if only a short gap parts them, and parts it at cuts. */
    private void add(int from, int to, int otherFrom, int otherTo, List<Stretch> found) {
        int begin = from;
        int otherBegin = otherFrom;
        if (!found.isEmpty()) {
            Stretch last = found.get(found.size() - 1);
            begin = Math.max(from, last.end);
            otherBegin += begin - from;
            int gap = otherBegin - last.otherEnd;
            if (begin - last.end <= SHORT_GAP
                    && gap >= 0
                    && gap <= WIDER_GAP
                    && !cut(last.end, Math.min(begin, to - 1))) {
                found.remove(found.size() - 1);
                begin = last.begin;
                otherBegin = last.otherBegin;
            }
        }
        for (int word = Math.max(begin, from) + 1; word < to; word++) {
            if (words.afterCut(word)) {
                int otherWord = otherFrom + word - from;
                found.add(new Stretch(begin, word, otherBegin, otherWord));
                begin = word;
                otherBegin = otherWord;
            }
        }
        if (begin < to) {
            found.add(new Stretch(begin, to, otherBegin, otherTo));
        }
    }

    private boolean cut(int from, int to) {
        for (int word = from; word <= to; word++) {
            if (words.afterCut(word)) {
                return true;
            }
        }
        return false;
    }

    private static int[] otherRanks(int[] shingles, int[] others) {
        int[] ranks = new int[shingles.length];
        int j = 0;
        for (int i = 0; i < shingles.length; i++) {
            while (j < others.length && others[j] < shingles[i]) {
                j++;
            }
            ranks[i] = j < others.length && others[j] == shingles[i] ? j : NONE;
        }
        return ranks;
    }
}
