/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

/** Matches the listed names of several words, in any case. */
final class Phrases {
    private final Scan scan;

    Phrases(Scan scan) {
        this.scan = scan;
    }

    /** One past the longest listed place of several words at token i; i when there is none. */
    int placeEnd(int i) {
        return end(i, true);
    }

    /** One past the longest listed organization of several words at token i; i when there is none. */
    int orgEnd(int i) {
        return end(i, false);
    }

    /** The words of the listed name that the tokens are a form of, in the nominative; empty when there is none. */
    String[] listed(int first, int end, boolean place) {
        if (end - first < 2) {
            return new String[0];
        }
        for (Lexicon.Phrase phrase : candidates(first, place)) {
            if (phrase.stems().length == end - first && matches(first, phrase.stems())) {
                return phrase.words();
            }
        }
        return new String[0];
    }

    private int end(int i, boolean place) {
        if (!scan.isCapital(i)) {
            return i;
        }
        int best = i;
        for (Lexicon.Phrase phrase : candidates(i, place)) {
            if (i + phrase.stems().length > best && matches(i, phrase.stems())) {
                best = i + phrase.stems().length;
            }
        }
        return best;
    }

    private List<Lexicon.Phrase> candidates(int first, boolean place) {
        WordTraits word = scan.traits(first);
        return place ? word.places() : word.organizations();
    }

    private boolean matches(int i, String[] phrase) {
        for (int k = 1; k < phrase.length; k++) {
            // The hash of a stem tells nearly always what making the stem would.
            if (!scan.nextWord(i + k)
                    || scan.traits(i + k).stem() != phrase[k].hashCode()
                    || !Lexicon.stem(scan.token(i + k).folded()).equals(phrase[k])) {
                return false;
            }
        }
        return true;
    }
}
