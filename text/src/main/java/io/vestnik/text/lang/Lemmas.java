/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.List;

/** Picks one dictionary form for a word. */
public final class Lemmas {
    private final Morphology morphology;

    /** Makes a picker over a dictionary. */
    public Lemmas(Morphology morphology) {
        this.morphology = morphology;
    }

    /** The dictionary form of a token, folded; the folded token itself when the dictionary does not have it. */
    public String lemma(Token token) {
        if (!token.isWord()) {
            return token.folded();
        }
        String lemma = morphology.lemma(token.folded(), token.capitalized());
        return lemma == null ? lemmaOfLastPart(token.folded()) : lemma;
    }

    /** Of a compound only the last part is inflected: премьер-министра. */
    private String lemmaOfLastPart(String folded) {
        int hyphen = folded.lastIndexOf('-');
        if (hyphen <= 0 || hyphen == folded.length() - 1) {
            return folded;
        }
        List<Reading> readings = morphology.readings(folded.substring(hyphen + 1));
        return readings.isEmpty()
                ? folded
                : folded.substring(0, hyphen + 1) + readings.get(0).lemma();
    }

    /** A capitalized word is rather a name, any other is not; words of few forms are commoner than they are long. */
    public static int rank(Reading.Grammar form, boolean capital) {
        int rank = (form.name() != null) == capital ? 0 : 8;
        return rank
                + switch (form.pos()) {
                    case PREPOSITION, CONJUNCTION, PRONOUN -> 0;
                    case NOUN, VERB, ADJECTIVE -> 1;
                    case PARTICIPLE, GERUND, ADVERB, NUMERAL -> 2;
                    case ABBREVIATION, OTHER -> 3;
                };
    }
}
