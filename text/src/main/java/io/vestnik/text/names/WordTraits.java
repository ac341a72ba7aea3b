/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Token;
import io.vestnik.text.lang.TokenKind;
import io.vestnik.text.names.tagging.Features;

/**
 * What a written form tells by itself, in numbers. The same form has the same traits everywhere, so they are computed
 * once.
 *
 * @param bits see {@link Trait}
 * @param word hash of the folded word
 * @param lemma hash of its dictionary form
 * @param stem hash of the word without its ending
 * @param surname hash of the stem under which a man's and a woman's forms of a surname fall together
 * @param shape hash of its pattern of capitals, small letters, digits
 * @param traits hash of the bits
 * @param parts hash of the parts of speech that it may be
 * @param forms hash of these with the cases and numbers
 * @param writing see {@link Writing}
 * @param places listed names of places of several words that may begin so
 * @param organizations the like of organizations
 * @param genitive may stand in a chain of genitives after the head of an organization's name
 * @param beginsListed whether there are any of these
 * @param telling a name may stand at or beside the word
 */
record WordTraits(
        int bits,
        int word,
        int lemma,
        int stem,
        int surname,
        int shape,
        int traits,
        int parts,
        int forms,
        int writing,
        List<Lexicon.Phrase> places,
        List<Lexicon.Phrase> organizations,
        boolean genitive,
        boolean beginsListed,
        boolean telling) {
    private static final int LONGEST_SHAPE = 8;

    /** Of nothing. */
    static final WordTraits NOTHING =
            new WordTraits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), false, false, false);

    @SuppressWarnings("EnumOrdinal") // the order of the constants is part of what a model has learned
    static WordTraits of(Token token, WordInfo info, String lemma, Lexicon lexicon) {
        String folded = token.folded();
        int bits = token.isWord() ? bits(folded, info, lemma, lexicon) : 0;
        int word = folded.hashCode();
        int lemmaHash = lemma.hashCode();
        String stem = Lexicon.stem(folded);
        List<Lexicon.Phrase> places = lexicon.placePhrases(stem);
        List<Lexicon.Phrase> organizations = lexicon.orgPhrases(stem);
        int shape = shape(token);
        int traits = Features.mix(7, bits);
        long partBits = 0;
        int caseBits = 0;
        for (Reading reading : info.readings()) {
            Reading.NameKind name = reading.name();
            partBits |= 1L << (reading.pos().ordinal() * 4 + (name == null ? 0 : name.ordinal() + 1));
            Case c = reading.grammaticalCase();
            int number = reading.number() == null ? 2 : reading.number().ordinal();
            caseBits |= 1 << ((c == null ? 6 : c.ordinal()) * 3 + number);
        }
        int parts = Features.mix((int) partBits, (int) (partBits >>> 32));
        int forms = Features.mix(parts, caseBits);
        return new WordTraits(
                bits,
                word,
                lemmaHash,
                stem.hashCode(),
                Lexicon.surnameStem(folded).hashCode(),
                shape,
                traits,
                parts,
                forms,
                Writing.of(token),
                places,
                organizations,
                mayStandInChain(folded, info),
                !places.isEmpty() || !organizations.isEmpty(),
                isTelling(token, bits));
    }

    boolean has(Trait trait) {
        return trait.in(bits);
    }

    private static boolean isTelling(Token token, int bits) {
        int heads = Trait.COMMON_INSTITUTION.bit | Trait.ORGANIZATION_HEAD.bit;
        String written = token.text();
        boolean capital = false;
        for (int i = 0; i < written.length() && !capital; i++) {
            char c = written.charAt(i);
            capital = Character.isUpperCase(c) || Chars.isLatin(c);
        }
        return capital || (bits & heads) != 0;
    }

    private static boolean mayStandInChain(String folded, WordInfo info) {
        return info.readings().isEmpty()
                || info.mayBe(Case.GENITIVE)
                || info.mayBe(Case.DATIVE)
                || folded.equals("и")
                || folded.equals("по");
    }

    /** The pattern of the form: X and x for capital and small letters, L and l for Latin ones, runs cut short. */
    private static int shape(Token token) {
        if (token.kind() == TokenKind.NUMBER) {
            return 9;
        }
        if (token.kind() == TokenKind.OTHER) {
            return 8;
        }
        String written = token.text();
        if (!token.isWord()) {
            return written.hashCode();
        }
        StringBuilder shape = new StringBuilder(LONGEST_SHAPE);
        char last = 0;
        int run = 0;
        for (int i = 0; i < written.length() && shape.length() < LONGEST_SHAPE; i++) {
            char kind = kind(written.charAt(i));
            run = kind == last ? run + 1 : 1;
            if (run == 1 || (run == 2 && (kind == 'X' || kind == 'L'))) {
                shape.append(kind);
            }
            last = kind;
        }
        return written.length() == 1
                ? Features.mix(1, shape.toString().hashCode())
                : shape.toString().hashCode();
    }

    private static char kind(char c) {
        if (Character.isLetter(c)) {
            boolean latin = Chars.isLatin(c);
            return Character.isUpperCase(c) ? (latin ? 'L' : 'X') : latin ? 'l' : 'x';
        }
        return Character.isDigit(c) ? '9' : Chars.isHyphen(c) ? '-' : '.';
    }

    private static int bits(String folded, WordInfo info, String lemma, Lexicon lexicon) {
        int bits = 0;
        bits |= info.given() ? Trait.GIVEN_NAME.bit : 0;
        bits |= info.givenByDictionary() ? Trait.GIVEN_NAME_OF_DICTIONARY.bit : 0;
        bits |= info.patronymic() ? Trait.PATRONYMIC.bit : 0;
        bits |= info.surname() ? Trait.SURNAME.bit : 0;
        bits |= info.surnameByDictionary() ? Trait.SURNAME_OF_DICTIONARY.bit : 0;
        bits |= info.common() ? Trait.ORDINARY_WORD.bit : 0;
        bits |= info.adjective() ? Trait.ADJECTIVE.bit : 0;
        bits |= info.readings().isEmpty() ? Trait.UNKNOWN.bit : 0;
        bits |= info.organization() ? Trait.LISTED_ORGANIZATION.bit : 0;
        String place = info.place();
        if (place != null) {
            bits |= Trait.PLACE.bit;
            bits |= lexicon.isCountry(place) ? Trait.COUNTRY.bit : 0;
            bits |= lexicon.has("places", place) ? Trait.GREAT_PLACE.bit : 0;
        }
        for (Reading reading : info.readings()) {
            bits |= reading.pos() == PartOfSpeech.VERB ? Trait.VERB.bit : 0;
            bits |= lexicon.countryOf(reading.lemma()) != null ? Trait.COUNTRY_ADJECTIVE.bit : 0;
            bits |= lexicon.has("speech", reading.lemma()) ? Trait.SPEECH.bit : 0;
        }
        bits |= lexicon.has("media", folded) ? Trait.OUTLET.bit : 0;
        bits |= lexicon.has("org-abbreviations", folded) ? Trait.ORGANIZATION_ABBREVIATION.bit : 0;
        bits |= lexicon.has("place-abbreviations", folded) ? Trait.PLACE_ABBREVIATION.bit : 0;
        bits |= lexicon.has("not-org-abbreviations", folded) ? Trait.OTHER_ABBREVIATION.bit : 0;
        bits |= lexicon.has("locative-prepositions", folded) ? Trait.PLACE_PREPOSITION.bit : 0;
        bits |= lexicon.has("asian-surnames", folded) ? Trait.ASIAN_SURNAME.bit : 0;
        bits |= info.isNounIn("role-heads", folded, lemma, lexicon) ? Trait.OFFICE.bit : 0;
        bits |= info.isNounIn("org-heads", folded, lemma, lexicon) ? Trait.ORGANIZATION_HEAD.bit : 0;
        bits |= info.isNounIn("org-types", folded, lemma, lexicon) ? Trait.ORGANIZATION_KIND.bit : 0;
        bits |= info.isNounIn("place-types", folded, lemma, lexicon) ? Trait.PLACE_KIND.bit : 0;
        bits |= info.isNounIn("place-heads", folded, lemma, lexicon) ? Trait.PLACE_HEAD.bit : 0;
        bits |= info.isNounIn("not-org-types", folded, lemma, lexicon) ? Trait.OTHER_KIND.bit : 0;
        bits |= info.isNounIn("generic-orgs", folded, lemma, lexicon) ? Trait.COMMON_INSTITUTION.bit : 0;
        return bits;
    }
}
