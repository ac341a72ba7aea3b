/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

/**
 * How likely it is that two articles tell of one event, by what they say: a logistic model over a few symmetric
 * features, learned from judged pairs. Integers throughout; {@code docs/models/stories.md} tells where its weights come
 * from.
 */
final class Likeness {
    /** One, in the thousandths that features and results are in. */
    static final int WHOLE = 1000;

    /** By {@link Shared#features}: for two articles with titles, then for others. The last of a row is the bias. */
    private static final int[] TITLED = {1538, 2758, 3106, 768, -2700, -6549, -3515};

    /** What English takes from the odds: its articles share more words whatever they tell of. */
    private static final int ENGLISH = -2150;

    private static final int[] UNTITLED = {2955, 3663, 0, 0, 0, -4586, -2502};

    private Likeness() {}

    /**
     * What a language adds to the logarithm of the odds, whatever two articles share.
     *
     * @param language ISO 639-1 code
     * @return thousandths
     */
    static int bias(String language) {
        return language.equals("en") ? ENGLISH : 0;
    }

    /**
     * Compares two articles.
     *
     * @return the logarithm of the odds that they tell of one event, in thousandths
     */
    static int of(TermVector a, TermVector b) {
        return of(new StemTable(a), b);
    }

    /** Compares an article with one of many others: as {@link #of(TermVector, TermVector)}. */
    static int of(StemTable a, TermVector b) {
        return weigh(new Shared(a, b).features());
    }

    /**
     * Compares two articles as if they did not share the person whom they most share. What remains is what their events
     * have in common: that one person stands in both makes no thread of them.
     *
     * @return as {@link #of(TermVector, TermVector)}
     */
    static int apartFromPerson(StemTable a, TermVector b) {
        return weigh(new Shared(a, b).featuresApartFromPerson());
    }

    private static int weigh(int[] features) {
        int[] weights = features[Shared.TITLED] > 0 ? TITLED : UNTITLED;
        int sum = 0;
        for (int i = 0; i < Shared.TITLED; i++) {
            sum += weights[i] * features[i];
        }
        return sum / WHOLE + weights[Shared.TITLED];
    }

    /** The probability that belongs to a logarithm of odds, both in thousandths. */
    static int probability(int logOdds) {
        return (int) StrictMath.rint(WHOLE / (1 + StrictMath.exp(-(double) logOdds / WHOLE)));
    }
}
