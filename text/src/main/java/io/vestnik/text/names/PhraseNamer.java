/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.EnumSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Token;

/** Puts the name of a place or organization into the nominative: its head and what agrees with it, no more. */
final class PhraseNamer {
    private final Scan scan;
    private final Nominatives nominatives;
    private final Phrases phrases;

    PhraseNamer(Scan scan, Nominatives nominatives) {
        this.scan = scan;
        this.nominatives = nominatives;
        this.phrases = new Phrases(scan);
    }

    /**
     * Names a place or organization.
     *
     * @param governed cases that the context asks for; empty when it does not tell
     */
    String read(NameSpan span, EnumSet<Case> governed) {
        int first = span.firstToken();
        int end = span.endToken();
        String[] listed = phrases.listed(first, end, span.type() == EntityType.LOC);
        if (listed.length > 0) {
            return listedName(first, listed);
        }
        if (end == first + 1) {
            return word(span, governed);
        }
        if (inMarks(first) || Chars.isQuoteMark(scan.token(end - 1).initial()) || scan.isLatin(first)) {
            return asWritten(first, end);
        }
        int head = head(first, end);
        if (head < 0) {
            return asWritten(first, end);
        }
        return around(first, head, end);
    }

    /** The listed nominative, with the capitals of the text. */
    private String listedName(int first, String[] listed) {
        StringBuilder name = new StringBuilder();
        for (int k = 0; k < listed.length; k++) {
            name.append(k == 0 ? "" : " ").append(Casing.like(scan.token(first + k), listed[k]));
        }
        return name.toString();
    }

    private String word(NameSpan span, EnumSet<Case> governed) {
        int i = span.firstToken();
        Token token = scan.token(i);
        if (!token.isWord() || scan.isLatin(i)) {
            return token.text();
        }
        if (scan.isAllCapitals(i)) {
            return scan.shouts(i)
                            && span.type() == EntityType.LOC
                            && token.text().length() > 4
                    ? Casing.calm(Casing.like(token, nominatives.ofThing(token.folded(), scan.info(i), governed, true)))
                    : token.text();
        }
        String capitals = leadingCapitals(token.text());
        if (capitals.length() >= 2 && token.text().length() - capitals.length() <= 2) {
            return capitals;
        }
        if (span.type() == EntityType.ORG && inMarks(i) && isAfterTypeWord(i - 1)) {
            return token.text();
        }
        String folded = token.folded();
        if (span.generic()) {
            String lemma = scan.genericLemma(i);
            return scan.startsSentence(i) || !token.capitalized() ? lemma : Casing.like(token, lemma);
        }
        if (span.type() == EntityType.ORG && (!scan.info(i).common() || inMarks(i))) {
            String listed = listedBase(scan.info(i));
            if (listed != null) {
                return Casing.like(token, listed);
            }
        }
        String place = scan.info(i).place();
        boolean listed = place != null && (scan.isKnownPlace(i) || !scan.lexicon.isPlace(folded));
        String nominative = span.type() == EntityType.LOC && place != null && listed
                ? place
                : nominatives.ofThing(folded, scan.info(i), governed, span.type() == EntityType.LOC);
        return Casing.like(token, nominative);
    }

    private @Nullable String listedBase(WordInfo info) {
        for (Declension.Base base : info.bases()) {
            String nominative = base.nominative();
            if (scan.lexicon.has("companies", nominative)
                    || scan.lexicon.has("media", nominative)
                    || scan.lexicon.has("org-abbreviations", nominative)) {
                return nominative;
            }
        }
        return null;
    }

    /** The head noun and the adjectives before it in the nominative, the rest as written. */
    private String around(int first, int head, int end) {
        Reading noun = noun(head);
        boolean plural = noun != null && noun.number() == GrammaticalNumber.PLURAL && isPluralHead(head, noun);
        Gender gender = noun == null ? null : noun.gender();
        StringBuilder name = new StringBuilder();
        for (int i = first; i < end; i++) {
            if (i > first && scan.token(i - 1).end() < scan.token(i).begin()) {
                name.append(' ');
            }
            Token token = scan.token(i);
            if (i < head && scan.info(i).adjective()) {
                name.append(Casing.like(token, Adjectives.agree(adjectiveLemma(i), gender, plural)));
            } else if (i < head && token.isWord() && token.folded().length() > 5) {
                name.append(Casing.like(token, Adjectives.agree(Adjectives.lemma(token.folded()), gender, plural)));
            } else if (i == head && noun != null) {
                name.append(Casing.like(token, plural ? pluralNominative(token, noun) : noun.lemma()));
            } else {
                name.append(token.text());
            }
        }
        return name.toString();
    }

    /** A plural that is one only by its form: the genitive of a name in the plural is kept as it stands. */
    private boolean isPluralHead(int head, Reading noun) {
        for (Reading reading : scan.info(head).readings()) {
            if (reading.lemma().equals(noun.lemma()) && reading.number() == GrammaticalNumber.SINGULAR) {
                return false;
            }
        }
        return true;
    }

    private static String pluralNominative(Token token, Reading noun) {
        if (noun.grammaticalCase() == Case.NOMINATIVE
                || (noun.grammaticalCase() == Case.ACCUSATIVE && !noun.animate())) {
            return token.folded();
        }
        String lemma = noun.lemma();
        char last = lemma.charAt(lemma.length() - 1);
        String stem = lemma.substring(0, lemma.length() - 1);
        return switch (last) {
            case 'ь', 'й', 'я' -> stem + "и";
            case 'а' -> stem + ("кгхжшчщ".indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "и" : "ы");
            case 'о' -> stem + "а";
            case 'е' -> stem + "я";
            case 'к', 'г', 'х', 'ж', 'ш', 'ч', 'щ' -> lemma + "и";
            default -> lemma + "ы";
        };
    }

    private String adjectiveLemma(int i) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.ADJECTIVE) {
                return reading.lemma();
            }
        }
        return scan.token(i).folded();
    }

    /** The first noun after the adjectives; -1 when the phrase has none. */
    private int head(int first, int end) {
        for (int i = first; i < end; i++) {
            WordInfo info = scan.info(i);
            if (!scan.isWord(i)) {
                return -1;
            }
            if (noun(i) != null && !(info.adjective() && i + 1 < end && noun(i + 1) != null && agrees(i, i + 1))) {
                return i;
            }
            if (!info.adjective() && scan.token(i).folded().length() < 6) {
                return -1;
            }
        }
        return -1;
    }

    private boolean agrees(int adjective, int noun) {
        for (Reading a : scan.info(adjective).readings()) {
            for (Reading n : scan.info(noun).readings()) {
                if (a.pos() == PartOfSpeech.ADJECTIVE
                        && n.pos() == PartOfSpeech.NOUN
                        && a.grammaticalCase() == n.grammaticalCase()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The reading as a noun, singular before plural. */
    private @Nullable Reading noun(int i) {
        Reading found = null;
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.name() == null) {
                if (reading.number() != GrammaticalNumber.PLURAL) {
                    return reading;
                }
                if (found == null) {
                    found = reading;
                }
            }
        }
        return found;
    }

    private String asWritten(int first, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = first; i < end; i++) {
            Token token = scan.token(i);
            if (i > first && scan.token(i - 1).end() < token.begin()) {
                name.append(' ');
            }
            int c = token.initial();
            if (!token.isWord() && Chars.isQuoteMark(c)) {
                name.append(i + 1 == end || c == 0xBB || c == 0x201D ? '»' : '«');
            } else {
                name.append(token.text());
            }
        }
        return name.toString();
    }

    private boolean inMarks(int i) {
        return i > 0 && Chars.isQuoteMark(scan.token(i - 1).initial());
    }

    private boolean isAfterTypeWord(int mark) {
        return mark > 0
                && (scan.has(mark - 1, Trait.ORGANIZATION_KIND)
                        || scan.lexicon.has(
                                "org-abbreviation-types", scan.token(mark - 1).folded()));
    }

    private static String leadingCapitals(String word) {
        int i = 0;
        while (i < word.length() && Character.isUpperCase(word.charAt(i))) {
            i++;
        }
        return word.substring(0, i);
    }
}
