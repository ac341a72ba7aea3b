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

    private int end(int i, boolean place) {
        if (!scan.isCapital(i)) {
            return i;
        }
        String stem = Lexicon.stem(scan.token(i).folded());
        List<String[]> candidates = place ? scan.lexicon.placePhrases(stem) : scan.lexicon.orgPhrases(stem);
        int best = i;
        for (String[] phrase : candidates) {
            if (i + phrase.length > best && matches(i, phrase)) {
                best = i + phrase.length;
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
