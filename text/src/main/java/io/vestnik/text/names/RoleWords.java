/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Tells what a token can be in a phrase of office: by its readings, those as a name left out. */
final class RoleWords {
    private final Scan scan;

    RoleWords(Scan scan) {
        this.scan = scan;
    }

    /** Whether the token can be no noun: после is no form of посол where it can be a preposition. */
    boolean isParticle(int i) {
        for (Reading reading : scan.info(i).readings()) {
            switch (reading.pos()) {
                case PREPOSITION, CONJUNCTION, ADVERB, PRONOUN -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether the token can be a common noun; an unknown word with a hyphen counts as one. */
    boolean isNoun(int i) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && !reading.isName()) {
                return true;
            }
        }
        return scan.info(i).readings().isEmpty() && scan.token(i).folded().indexOf('-') > 0;
    }

    /** Whether the token can be in the genitive, or in the dative where the phrase has it: what an office is of. */
    boolean isOf(int i, boolean dative) {
        for (Reading reading : scan.info(i).readings()) {
            boolean nominal = reading.pos() == PartOfSpeech.NOUN || reading.pos() == PartOfSpeech.ADJECTIVE;
            boolean fits =
                    reading.grammaticalCase() == Case.GENITIVE || (dative && reading.grammaticalCase() == Case.DATIVE);
            if (nominal && fits && !reading.isName()) {
                return true;
            }
        }
        return scan.has(i, Trait.OFFICE) && scan.info(i).readings().isEmpty();
    }

    /** Whether the token can only be several states: «главы государств». */
    boolean isPluralState(int i) {
        boolean state = false;
        for (Reading reading : scan.info(i).readings()) {
            if (scan.lexicon.has("state-words", reading.lemma())) {
                if (reading.number() != GrammaticalNumber.PLURAL) {
                    return false;
                }
                state = true;
            }
        }
        return state;
    }

    /** Whether the head can be one person. */
    boolean mayBeSingular(int head) {
        for (Reading reading : scan.info(head).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.number() == GrammaticalNumber.SINGULAR) {
                return true;
            }
        }
        return scan.info(head).readings().isEmpty();
    }

    /** The reading of the token as a head noun of offices; null when it has none. */
    @Nullable Reading noun(int i) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN
                    && !reading.isName()
                    && scan.lexicon.has("role-heads", reading.lemma())) {
                return reading;
            }
        }
        return null;
    }

    /** The lemma of the token as that part of speech, else its first lemma. */
    String lemmaOf(int i, PartOfSpeech pos) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == pos && !reading.isName()) {
                return reading.lemma();
            }
        }
        return scan.lemma(i);
    }

    /** The gender in which an adjective agrees with its noun: of a noun for both sexes (коллега) the adjective tells. */
    @Nullable Gender genderOf(int adjective, @Nullable Reading noun) {
        if (noun == null || noun.gender() != Gender.FEMININE) {
            return noun == null ? null : noun.gender();
        }
        for (Reading reading : scan.info(adjective).readings()) {
            if (reading.pos() == PartOfSpeech.ADJECTIVE && reading.gender() != Gender.MASCULINE) {
                return Gender.FEMININE;
            }
        }
        return Gender.MASCULINE;
    }
}
