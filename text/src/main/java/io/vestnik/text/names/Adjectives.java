/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Gender;

/** Writes adjectives in the nominative of a gender or of the plural. */
final class Adjectives {
    private Adjectives() {}

    /** The nominative that agrees with a noun; the masculine lemma ends in -ый, -ий, -ой or -ся. */
    static String agree(String lemma, @Nullable Gender gender, boolean plural) {
        if (lemma.length() < 4) {
            return lemma;
        }
        String stem = lemma.substring(0, lemma.length() - 2);
        boolean ordinary = lemma.endsWith("ый") || lemma.endsWith("ой");
        if (!ordinary && !lemma.endsWith("ий")) {
            return lemma;
        }
        char last = stem.charAt(stem.length() - 1);
        boolean velar = "кгх".indexOf(last) >= 0;
        boolean hissing = "жшчщ".indexOf(last) >= 0;
        boolean soft = !ordinary && !velar && !hissing;
        if (plural) {
            return stem + (ordinary && !velar && !hissing ? "ые" : "ие");
        }
        if (gender == Gender.FEMININE) {
            return stem + (soft ? "яя" : "ая");
        }
        if (gender == Gender.NEUTER) {
            return stem + (soft || (hissing && !ordinary) ? "ее" : "ое");
        }
        return lemma;
    }

    /** The masculine nominative of any form of an adjective that no dictionary has. */
    static String lemma(String form) {
        for (Declension.Base base : Declension.bases(form)) {
            if (base.pattern() == Declension.Pattern.ADJECTIVE && !base.plural()) {
                String nominative = base.nominative();
                String stem = nominative.substring(0, nominative.length() - 2);
                char last = stem.charAt(stem.length() - 1);
                return stem + ("кгхжшчщ".indexOf(last) >= 0 ? "ий" : "ый");
            }
        }
        return form;
    }
}
