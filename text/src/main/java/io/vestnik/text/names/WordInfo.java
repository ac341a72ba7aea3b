/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.NameKind;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * What the dictionary and the gazetteers say of a folded word form, whatever stands around it.
 *
 * @param given may be a given name
 * @param givenByDictionary the dictionary itself has the given name
 * @param patronymic may be a patronymic
 * @param surname may be a surname: by the dictionary, a list or its ending
 * @param surnameByDictionary the dictionary itself has the surname
 * @param place nominative of the place that it may be a form of; null when it is none
 * @param common the dictionary has it as an ordinary word
 * @param adjective may be an adjective
 * @param organization a listed company, outlet or body
 * @param readings the dictionary's readings
 * @param bases the nominatives that its ending allows
 */
record WordInfo(
        boolean given,
        boolean givenByDictionary,
        boolean patronymic,
        boolean surname,
        boolean surnameByDictionary,
        @Nullable String place,
        boolean common,
        boolean adjective,
        boolean organization,
        List<Reading> readings,
        List<Declension.Base> bases) {

    /** Of no word. */
    static final WordInfo NOTHING =
            new WordInfo(false, false, false, false, false, null, false, false, false, List.of(), List.of());

    static WordInfo of(String folded, Lexicon lexicon, Morphology morphology) {
        List<Reading> readings = morphology.readings(folded);
        boolean given = false;
        boolean givenByDictionary = false;
        boolean patronymic = false;
        boolean family = false;
        boolean common = false;
        boolean adjective = false;
        String place = knownPlace(folded, readings, lexicon);
        if (place == null && lexicon.isPlace(folded)) {
            place = folded;
        }
        for (Reading reading : readings) {
            givenByDictionary |= reading.name() == NameKind.GIVEN;
            patronymic |= reading.name() == NameKind.PATRONYMIC;
            family |= reading.name() == NameKind.SURNAME;
            common |= reading.name() == null && reading.pos() != PartOfSpeech.ABBREVIATION;
            adjective |= reading.pos() == PartOfSpeech.ADJECTIVE;
            if (place == null
                    && reading.pos() == PartOfSpeech.NOUN
                    && reading.number() != GrammaticalNumber.PLURAL
                    && lexicon.isPlace(reading.lemma())) {
                place = reading.lemma();
            }
            given |= reading.pos() == PartOfSpeech.NOUN && lexicon.isGiven(reading.lemma());
        }
        given |= givenByDictionary;
        String lastPart = readings.isEmpty() ? lastPart(folded) : "";
        int hyphen = folded.indexOf('-');
        if (readings.isEmpty() && hyphen > 3 && !lexicon.isSurname(folded)) {
            // Композитор-неоклассик: of a compound that no list has, the first part tells too.
            for (Reading reading : morphology.readings(folded.substring(0, hyphen))) {
                common |= reading.name() == null;
            }
        }
        if (!lastPart.isEmpty()) {
            // Of a compound that no list has the last part tells: российско-китайский, пресс-центр.
            for (Reading reading : morphology.readings(lastPart)) {
                common |= reading.name() == null;
                adjective |= reading.pos() == PartOfSpeech.ADJECTIVE;
            }
        }
        boolean surname = family;
        boolean organization = isOrganization(folded, lexicon);
        List<Declension.Base> bases = Declension.bases(folded);
        for (Declension.Base base : bases) {
            String nominative = base.nominative();
            organization |= isOrganization(nominative, lexicon);
            given |= lexicon.isGiven(nominative) && (!common || base.grammaticalCase() == Case.NOMINATIVE);
            patronymic |= readings.isEmpty() && isPatronymic(nominative);
            surname |= isSurname(base, lexicon);
            // A plural base only of what the lists have as plural.
            if (place == null && lexicon.isPlace(nominative) && (readings.isEmpty() || !common)) {
                place = nominative;
            }
        }
        return new WordInfo(
                given,
                givenByDictionary,
                patronymic,
                surname,
                family,
                place,
                common,
                adjective,
                organization,
                readings,
                bases);
    }

    /** Whether a section of the lexicon has the form or the lemma of one of its readings that is no name. */
    boolean isNounIn(String section, String folded, String lemma, Lexicon lexicon) {
        if (lexicon.has(section, folded)) {
            return true;
        }
        for (Reading reading : readings) {
            if (reading.name() == null && lexicon.has(section, reading.lemma())) {
                return true;
            }
        }
        if (readings.isEmpty()) {
            for (Declension.Base base : bases) {
                if (lexicon.has(section, base.nominative())) {
                    return true;
                }
            }
        }
        return folded.indexOf('-') > 0 && lexicon.has(section, lemma);
    }

    private static boolean isOrganization(String word, Lexicon lexicon) {
        return lexicon.has("media", word)
                || lexicon.has("companies", word)
                || (word.length() > 4 && lexicon.has("org-abbreviations", word));
    }

    /** Whether the form, read as an adjective, agrees with the noun. */
    boolean mayAgreeWith(Reading noun) {
        if (adjective) {
            for (Reading reading : readings) {
                if (reading.pos() == PartOfSpeech.ADJECTIVE
                        && agrees(reading.grammaticalCase(), reading.gender(), noun)) {
                    return true;
                }
            }
            return false;
        }
        for (Declension.Base base : bases) {
            if (base.pattern() == Declension.Pattern.ADJECTIVE
                    && base.nominative().contains("ск")
                    && agrees(base.grammaticalCase(), base.plural() ? null : base.gender(), noun)) {
                return true;
            }
        }
        return false;
    }

    private static boolean agrees(@Nullable Case grammaticalCase, @Nullable Gender gender, Reading noun) {
        boolean plural = noun.number() == GrammaticalNumber.PLURAL;
        return grammaticalCase == noun.grammaticalCase() && (plural ? gender == null : gender == noun.gender());
    }

    /** The country, region or great city that the form may be of; these come before any small town of like name. */
    private static @Nullable String knownPlace(String folded, List<Reading> readings, Lexicon lexicon) {
        if (isKnown(folded, lexicon)) {
            return folded;
        }
        for (Reading reading : readings) {
            if (reading.pos() == PartOfSpeech.NOUN
                    && reading.number() != GrammaticalNumber.PLURAL
                    && isKnown(reading.lemma(), lexicon)) {
                return reading.lemma();
            }
        }
        for (Declension.Base base : Declension.bases(folded)) {
            if (readings.isEmpty() && isKnown(base.nominative(), lexicon)) {
                return base.nominative();
            }
        }
        return null;
    }

    private static boolean isKnown(String word, Lexicon lexicon) {
        return lexicon.has("places", word) || lexicon.isCountry(word);
    }

    private static String lastPart(String folded) {
        int hyphen = folded.lastIndexOf('-');
        return hyphen > 2 && hyphen + 4 < folded.length() ? folded.substring(hyphen + 1) : "";
    }

    private static boolean isSurname(Declension.Base base, Lexicon lexicon) {
        if (base.plural()) {
            return false;
        }
        String nominative = base.nominative();
        return lexicon.isSurname(nominative) || hasSurnameEnding(nominative, base.pattern());
    }

    private static boolean hasSurnameEnding(String word, Declension.Pattern pattern) {
        if (word.length() < 5) {
            return false;
        }
        return switch (pattern) {
            case POSSESSIVE -> true;
            case ADJECTIVE ->
                word.endsWith("ский") || word.endsWith("цкий") || word.endsWith("ская") || word.endsWith("цкая");
            default ->
                word.endsWith("енко")
                        || word.endsWith("швили")
                        || word.endsWith("дзе")
                        || word.endsWith("янц")
                        || word.endsWith("ян")
                        || word.endsWith("чук")
                        || word.endsWith("ович")
                        || word.endsWith("евич");
        };
    }

    private static boolean isPatronymic(String word) {
        return word.length() > 6
                && (word.endsWith("ович") || word.endsWith("евич") || word.endsWith("овна") || word.endsWith("евна"));
    }

    /** Whether the form may be read in the case, as a name or as an ordinary word. */
    boolean mayBe(Case grammaticalCase, boolean name) {
        for (Reading reading : readings) {
            if (reading.grammaticalCase() == grammaticalCase && reading.isName() == name) {
                return true;
            }
        }
        return false;
    }

    /** Whether the form may be read in the case, as a noun or adjective of the dictionary. */
    boolean mayBe(Case grammaticalCase) {
        for (Reading reading : readings) {
            if (reading.grammaticalCase() == grammaticalCase) {
                return true;
            }
        }
        return false;
    }
}
