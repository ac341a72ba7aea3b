/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.tagging.Features;

/**
 * The features that a written form gives to the tokens at and around it. The numbers of kinds are part of what a model
 * has learned: whoever changes features trains the models again.
 *
 * @param own of a token of this form
 * @param beside of its neighbours
 * @param near of the tokens at a distance of two
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordFeatures(int[] own, int[] beside, int[] near) {
    private static final int LONGEST_AFFIX = 5;
    private static final int MOST_LENGTH = 12;

    /** Kinds of features begin here for each of the three sets; a trait's kind is one of thirty after it. */
    private static final int OWN = 0;

    private static final int BESIDE = 100;
    private static final int NEAR = 200;
    private static final int TRAITS = 50;

    static WordFeatures of(Token token, WordInfo info, String lemma, WordTraits traits) {
        return new WordFeatures(own(token, info, lemma, traits), beside(token, traits), near(traits));
    }

    private static int[] own(Token token, WordInfo info, String lemma, WordTraits traits) {
        String folded = token.folded();
        int length = folded.length();
        Features own = new Features();
        own.add(OWN + 1, folded.hashCode());
        own.add(OWN + 2, lemma.hashCode());
        own.add(OWN + 3, traits.shape());
        own.add(OWN + 4, traits.traits());
        own.add(OWN + 5, traits.parts());
        own.add(OWN + 6, traits.forms());
        own.add(OWN + 10, Features.mix(traits.shape(), traits.traits()));
        own.add(OWN + 11, Features.mix(lemma.hashCode(), traits.shape()));
        if (!token.isWord()) {
            return own.toArray();
        }
        for (int k = 2; k <= LONGEST_AFFIX && k < length; k++) {
            own.add(OWN + 20 + k, Features.mix(folded.substring(length - k).hashCode(), traits.shape()));
            if (k < LONGEST_AFFIX) {
                own.add(OWN + 30 + k, folded.substring(0, k).hashCode());
            }
        }
        own.add(OWN + 40, traits.stem());
        for (Reading reading : info.readings()) {
            if (!reading.lemma().equals(lemma)) {
                own.add(OWN + 41, reading.lemma().hashCode());
            }
        }
        int hyphen = folded.indexOf('-');
        if (hyphen > 0) {
            own.add(OWN + 42, folded.substring(0, hyphen).hashCode());
            own.add(OWN + 43, folded.substring(folded.lastIndexOf('-') + 1).hashCode());
        }
        own.add(OWN + 44, Math.min(length, MOST_LENGTH));
        addTraits(own, OWN, traits.bits(), traits.shape());
        return own.toArray();
    }

    private static int[] beside(Token token, WordTraits traits) {
        Features beside = new Features();
        beside.add(BESIDE + 1, traits.word());
        beside.add(BESIDE + 2, traits.lemma());
        beside.add(BESIDE + 3, traits.shape());
        beside.add(BESIDE + 4, traits.traits());
        beside.add(BESIDE + 5, traits.parts());
        beside.add(BESIDE + 6, traits.forms());
        String folded = token.folded();
        if (token.isWord() && folded.length() > 3) {
            beside.add(BESIDE + 7, folded.substring(folded.length() - 3).hashCode());
        }
        addTraits(beside, BESIDE, traits.bits(), 0);
        return beside.toArray();
    }

    private static int[] near(WordTraits traits) {
        Features near = new Features();
        near.add(NEAR + 2, traits.lemma());
        near.add(NEAR + 3, traits.shape());
        near.add(NEAR + 4, traits.parts());
        addTraits(near, NEAR, traits.bits(), 0);
        return near.toArray();
    }

    private static void addTraits(Features features, int base, int bits, int value) {
        for (int left = bits; left != 0; left &= left - 1) {
            features.add(base + TRAITS + Integer.numberOfTrailingZeros(left), value);
        }
    }
}
