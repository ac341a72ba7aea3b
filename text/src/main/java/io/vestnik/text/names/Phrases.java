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
        String stem = Lexicon.stem(scan.token(first).folded());
        for (Lexicon.Phrase phrase : place ? scan.lexicon.placePhrases(stem) : scan.lexicon.orgPhrases(stem)) {
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
        String stem = Lexicon.stem(scan.token(i).folded());
        List<Lexicon.Phrase> candidates = place ? scan.lexicon.placePhrases(stem) : scan.lexicon.orgPhrases(stem);
        int best = i;
        for (Lexicon.Phrase phrase : candidates) {
            if (i + phrase.stems().length > best && matches(i, phrase.stems())) {
                best = i + phrase.stems().length;
            }
        }
        return best;
    }

    private boolean matches(int i, String[] phrase) {
        for (int k = 1; k < phrase.length; k++) {
            if (!scan.inside(i + k)
                    || !scan.nextWord(i + k)
                    || !Lexicon.stem(scan.token(i + k).folded()).equals(phrase[k])) {
                return false;
            }
        }
        return true;
    }
}
