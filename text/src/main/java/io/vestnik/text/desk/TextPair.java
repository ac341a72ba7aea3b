/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

/**
 * What two texts have in common. A symmetric function of the two.
 *
 * @param shared shingles that both have
 * @param similarity shared shingles as a part of the shorter text's, thousandths
 * @param copy true when one is a copy of the other
 */
record TextPair(int shared, int similarity, boolean copy) {
    private static final int THOUSANDTHS = 1000;

    /** One number that is in neither may be a slip; more are other facts. */
    private static final int SLIPS = 1;

    /** Part of the numbers that must agree when more than a slip disagree, thousandths. */
    private static final int NUMBERS_AGREE = 800;

    /** How much of the demand on facts is left when no number disagrees, thousandths. */
    private static final int NAMES_ALONE = 800;

    static TextPair of(Held a, Held b, DeskConfig config) {
        int shared = common(a.shingles, b.shingles);
        int shorter = Math.min(a.shingles.length, b.shingles.length);
        int similarity = shorter == 0 ? 0 : share(shared, shorter);
        boolean same = a.whole == b.whole && a.words() == b.words() && shared == shorter;
        boolean copy = same
                || (similarity >= config.copyContainment()
                        && share(Math.min(a.words(), b.words()), Math.max(a.words(), b.words()))
                                >= config.excerptLength()
                        && factsAgree(a, b, config));
        return new TextPair(shared, similarity, copy);
    }

    private static boolean factsAgree(Held a, Held b, DeskConfig config) {
        int numbers = common(a.numbers, b.numbers);
        int fewerNumbers = Math.min(a.numbers.length, b.numbers.length);
        int disagree = fewerNumbers - numbers;
        if (disagree > SLIPS && share(numbers, fewerNumbers) < NUMBERS_AGREE) {
            return false;
        }
        int facts = numbers + common(a.names, b.names);
        int fewer = Math.min(a.numbers.length + a.names.length, b.numbers.length + b.names.length);
        int least = disagree == 0 ? config.copyFacts() * NAMES_ALONE / THOUSANDTHS : config.copyFacts();
        return fewer == 0 || share(facts, fewer) >= least;
    }

    /** The part of a text that stands in the other, thousandths. */
    int shareOf(Held held) {
        return held.shingles.length == 0 ? 0 : share(shared, held.shingles.length);
    }

    static int share(int part, int whole) {
        return (int) ((long) part * THOUSANDTHS / whole);
    }

    /** Counts what two ascending arrays share. */
    static int common(long[] a, long[] b) {
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }
}
