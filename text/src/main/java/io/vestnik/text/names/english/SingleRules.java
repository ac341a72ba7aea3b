/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;

import static io.vestnik.text.names.english.EnglishLexicon.COMMON;
import static io.vestnik.text.names.english.EnglishLexicon.COUNTRY;
import static io.vestnik.text.names.english.EnglishLexicon.DEMONYM;
import static io.vestnik.text.names.english.EnglishLexicon.GIVEN;
import static io.vestnik.text.names.english.EnglishLexicon.LARGE_PLACE;
import static io.vestnik.text.names.english.EnglishLexicon.NOT_NAME;
import static io.vestnik.text.names.english.EnglishLexicon.ORG;
import static io.vestnik.text.names.english.EnglishLexicon.ORG_ACRONYM;
import static io.vestnik.text.names.english.EnglishLexicon.PERSON_NOUN;
import static io.vestnik.text.names.english.EnglishLexicon.PLACE;
import static io.vestnik.text.names.english.EnglishLexicon.PLACE_ACRONYM;
import static io.vestnik.text.names.english.EnglishLexicon.PROPER;
import static io.vestnik.text.names.english.EnglishLexicon.SURNAME;
import static io.vestnik.text.names.english.EnglishLexicon.TITLE;

/** Judges capitals that stand alone: by the article's own memory, the lists and the words beside them. */
final class SingleRules {
    private static final Set<String> IN = Set.of("in", "at", "near", "from", "to", "outside", "around", "across", "of");
    private static final Set<String> SPEECH = Set.of(
            "said",
            "says",
            "told",
            "added",
            "announced",
            "reported",
            "reports",
            "wrote",
            "tweeted",
            "claimed",
            "claims",
            "has",
            "have",
            "had",
            "was",
            "is",
            "will",
            "would",
            "also",
            "declined",
            "denied",
            "did",
            "and",
            "who");

    private final NameCanvas canvas;
    private final DocumentNames memory;

    SingleRules(NameCanvas canvas, DocumentNames memory) {
        this.canvas = canvas;
        this.memory = memory;
    }

    void mark() {
        for (int i = 0; i < canvas.size(); i++) {
            if (!canvas.isFree(i) || !canvas.unit(i).word()) {
                continue;
            }
            EnglishText.Unit unit = canvas.unit(i);
            if (!unit.capital() && !mixed(unit)) {
                continue;
            }
            EntityType type = type(i, unit);
            if (type != null) {
                canvas.add(i, i + 1, type, false);
            }
        }
    }

    /** eBay, iRobot: names by the list alone. */
    private static boolean mixed(EnglishText.Unit unit) {
        return unit.is(ORG)
                && unit.text().length() > 2
                && Character.isUpperCase(unit.text().charAt(1));
    }

    private @Nullable EntityType type(int i, EnglishText.Unit unit) {
        EntityType known = memory.typeOf(unit.key());
        boolean ordinary =
                unit.is(COMMON) && unit.starts() && (memory.small(unit.key()) > 0 || memory.capital(unit.key()) == 0);
        if (known == EntityType.PER && !ordinary && !(unit.is(COUNTRY))) {
            return known;
        }
        if (unit.is(NOT_NAME | DEMONYM)) {
            return null;
        }
        if (unit.upper() && unit.is(ORG_ACRONYM)) {
            return EntityType.ORG;
        }
        if (unit.upper() && unit.is(PLACE_ACRONYM)) {
            return EntityType.LOC;
        }
        if (known != null && !ordinary) {
            return known;
        }
        if (unit.is(ORG) && !ordinary && !(unit.is(COMMON) && unit.starts())) {
            return EntityType.ORG;
        }
        if (unit.upper() && unit.text().length() <= 5 && !unit.is(PLACE)) {
            return acronym(i, unit);
        }
        if (unit.is(PLACE)) {
            return place(i, unit);
        }
        if (introduced(i)) {
            return EntityType.PER;
        }
        if (unit.is(COMMON | TITLE | PERSON_NOUN)) {
            return null;
        }
        return unknown(i, unit);
    }

    private @Nullable EntityType acronym(int i, EnglishText.Unit unit) {
        boolean bracketed = canvas.key(i - 1).equals("(") && canvas.key(i + 1).equals(")");
        if (bracketed) {
            return canvas.isOf(i - 2, EntityType.ORG) ? EntityType.ORG : null;
        }
        boolean acts = unit.possessive() || SPEECH.contains(canvas.key(i + 1)) || canvas.is(i + 1, PERSON_NOUN);
        boolean headline =
                unit.is(COMMON) && canvas.follows(i) && canvas.unit(i - 1).upper();
        return acts && !headline ? EntityType.ORG : null;
    }

    private @Nullable EntityType place(int i, EnglishText.Unit unit) {
        boolean inside = IN.contains(canvas.key(i - 1));
        if (unit.is(COMMON) && !unit.is(LARGE_PLACE)) {
            return inside && !unit.starts() ? EntityType.LOC : null;
        }
        if (introduced(i) && unit.is(GIVEN | SURNAME)) {
            return EntityType.PER;
        }
        return EntityType.LOC;
    }

    private boolean introduced(int i) {
        EnglishText.Unit unit = canvas.unit(i);
        if (!canvas.follows(i) || unit.is(COMMON) && !unit.is(GIVEN | SURNAME)) {
            return false;
        }
        EnglishText.Unit before = canvas.unit(i - 1);
        return !before.possessive() && (before.capital() ? before.is(TITLE) : before.is(PERSON_NOUN));
    }

    private @Nullable EntityType unknown(int i, EnglishText.Unit unit) {
        if (DocumentNames.personal(unit)) {
            return EntityType.PER;
        }
        String before = canvas.key(i - 1);
        if (unit.is(PROPER) || unit.text().length() < 3) {
            return null;
        }
        if (!unit.starts() && (before.equals("in") || before.equals("near") || before.equals("at"))) {
            return EntityType.LOC;
        }
        boolean acts = unit.possessive() || SPEECH.contains(canvas.key(i + 1));
        return acts || memory.capital(unit.key()) > 1 ? EntityType.ORG : null;
    }
}
