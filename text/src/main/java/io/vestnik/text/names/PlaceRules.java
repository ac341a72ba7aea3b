/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/** Rules for places: the gazetteer, an adjective and its kind of place, an unknown name after its kind. */
final class PlaceRules {
    private final Scan scan;
    private final Phrases phrases;

    PlaceRules(Scan scan) {
        this.scan = scan;
        this.phrases = new Phrases(scan);
    }

    /** One past a place of several words at token i; i when there is none. */
    int longNameEnd(int i) {
        int phrase = phrases.placeEnd(i);
        if (phrase > i) {
            return phrase;
        }
        if (!scan.isCapital(i)) {
            return i;
        }
        int head = i + 1;
        if (isPlaceAdjective(i)) {
            while (head < i + 3 && scan.inside(head) && scan.nextWord(head) && isPlaceAdjective(head)) {
                head++;
            }
            if (scan.inside(head) && scan.nextWord(head) && scan.nounIn(head, "place-heads")) {
                return head + 1;
            }
        }
        if (scan.nounIn(i, "place-heads") && !scan.startsSentence(i) && isNextPlace(i + 1)) {
            return i + 2;
        }
        return i;
    }

    private boolean isPlaceAdjective(int i) {
        return scan.token(i).isWord() && scan.info(i).adjective() && scan.isCapital(i);
    }

    private boolean isNextPlace(int i) {
        return scan.isCapital(i) && scan.nextWord(i) && scan.info(i).place() != null;
    }

    /** Whether the word alone is a place of the gazetteer, or the context makes an unknown one a place. */
    boolean isLonePlace(int i) {
        if (!scan.isCapital(i) || !scan.isFree(i)) {
            return false;
        }
        String folded = scan.token(i).folded();
        if (scan.isAllCapitals(i) && scan.lexicon.has("place-abbreviations", folded)) {
            return true;
        }
        if (scan.isAllCapitals(i) && !scan.shouts(i) && folded.length() < 4) {
            return false;
        }
        WordInfo info = scan.info(i);
        if (info.place() != null) {
            boolean ambiguous = info.given() || info.surnameByDictionary();
            if (info.place().length() == 2) {
                return false;
            }
            if (!ambiguous || scan.isKnownPlace(i) || isAfterPlaceWord(i)) {
                return true;
            }
            return !info.given() && !isPossessive(info.place());
        }
        String written = scan.token(i).text();
        boolean abbreviation = written.length() > 1 && Character.isUpperCase(written.charAt(1));
        if (info.common() || info.given() || info.organization() || abbreviation) {
            return false;
        }
        int hyphen = folded.indexOf('-');
        boolean prefix = hyphen > 0 && scan.lexicon.has("place-prefixes", folded.substring(0, hyphen));
        return prefix || isAfterPlaceWord(i);
    }

    /** «в Портапике», «город Торгау». */
    boolean isAfterPlaceWord(int i) {
        if (!scan.inside(i - 1) || !scan.nextWord(i)) {
            return false;
        }
        if (scan.nounIn(i - 1, "place-types")) {
            return true;
        }
        String before = scan.token(i - 1).folded();
        if (scan.lexicon.has("locative-prepositions", before)) {
            return !scan.info(i).surnameByDictionary() && !scan.standsInMarks(i);
        }
        return scan.isPunctuation(i - 1, '.')
                && scan.inside(i - 2)
                && scan.lexicon.has("town-abbreviations", scan.token(i - 2).text());
    }

    /** Of the towns that are called like men, only what stands in a telling place is taken for a town. */
    private static boolean isPossessive(String place) {
        for (Declension.Base base : Declension.bases(place)) {
            if (base.pattern() == Declension.Pattern.POSSESSIVE) {
                return true;
            }
        }
        return false;
    }
}
