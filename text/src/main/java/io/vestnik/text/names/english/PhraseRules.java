/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.Set;

import io.vestnik.text.EntityType;

import static io.vestnik.text.names.english.EnglishLexicon.BEGINS_ORG;
import static io.vestnik.text.names.english.EnglishLexicon.BEGINS_PLACE;
import static io.vestnik.text.names.english.EnglishLexicon.COMMON;
import static io.vestnik.text.names.english.EnglishLexicon.DEMONYM;
import static io.vestnik.text.names.english.EnglishLexicon.NOT_NAME;
import static io.vestnik.text.names.english.EnglishLexicon.ORG;
import static io.vestnik.text.names.english.EnglishLexicon.ORG_END;
import static io.vestnik.text.names.english.EnglishLexicon.ORG_HEAD;
import static io.vestnik.text.names.english.EnglishLexicon.PLACE;
import static io.vestnik.text.names.english.EnglishLexicon.TITLE;

/** Marks names of several words that the lists have, and those built on "of" and "for": Ministry of Health. */
final class PhraseRules {
    private static final Set<String> GENERIC =
            Set.of("supreme court", "high court", "foreign ministry", "home office", "foreign office", "air force");

    private final NameCanvas canvas;
    private final EnglishLexicon lexicon = EnglishLexicon.get();

    PhraseRules(NameCanvas canvas) {
        this.canvas = canvas;
    }

    void mark() {
        for (int i = 0; i < canvas.size(); i++) {
            if (canvas.is(i, ORG_HEAD) && canvas.isCapital(i)) {
                int end = ofName(i);
                if (end > i) {
                    int first = withModifiers(i);
                    canvas.add(first, end, EntityType.ORG, false);
                    i = end - 1;
                }
            }
        }
        for (int i = 0; i < canvas.size(); i++) {
            if (canvas.isFree(i) && canvas.isCapital(i) && canvas.is(i, BEGINS_ORG | BEGINS_PLACE)) {
                i = Math.max(i, listed(i) - 1);
            }
        }
    }

    /** Marks the longest listed phrase that begins here; returns its end, or the index itself. */
    private int listed(int first) {
        StringBuilder phrase = new StringBuilder(canvas.key(first));
        int best = first;
        int bits = 0;
        String found = "";
        for (int i = first + 1; i < canvas.size() && i < first + EnglishLexicon.maxPhrase(); i++) {
            if (!canvas.isFree(i)
                    || !canvas.follows(i)
                    || !canvas.unit(i).word() && !canvas.key(i).equals("&")
                    || canvas.unit(i - 1).possessive()) {
                break;
            }
            phrase.append(' ').append(canvas.key(i));
            String key = phrase.toString();
            int known = lexicon.phraseBits(key);
            if (known != 0 && canvas.isCapital(i)) {
                best = i + 1;
                bits = known;
                found = key;
            }
        }
        if (bits == 0 || (bits & (ORG | PLACE)) == 0) {
            return first;
        }
        boolean org = (bits & ORG) != 0;
        boolean goesOn = canvas.isCapital(best)
                && canvas.follows(best)
                && !canvas.unit(best - 1).possessive()
                && (canvas.is(best, ORG_END)
                        || (!org && canvas.is(best, EnglishLexicon.THING_END | EnglishLexicon.LOC_END)));
        if (goesOn) {
            return first;
        }
        canvas.add(first, best, org ? EntityType.ORG : EntityType.LOC, GENERIC.contains(found));
        return best;
    }

    /** The end of "University of Michigan", "Department for Transport"; the index itself when there is none. */
    private int ofName(int head) {
        int i = head + 1;
        if (canvas.unit(head).possessive()
                || !canvas.key(i).equals("of") && !canvas.key(i).equals("for")) {
            return head;
        }
        i++;
        if (canvas.key(i).equals("the")) {
            i++;
        }
        int first = i;
        while (i < canvas.size() && i < first + 5) {
            boolean named = canvas.isCapital(i) && canvas.follows(i) && !(canvas.is(i, NOT_NAME) && i > first);
            boolean joined = i > first
                    && (canvas.key(i).equals("and")
                            || canvas.key(i).equals("&")
                            || canvas.key(i).equals("of"))
                    && canvas.isCapital(i + 1)
                    && canvas.is(i + 1, COMMON)
                    && !canvas.is(i + 1, TITLE)
                    && canvas.is(i - 1, COMMON | DEMONYM);
            if (!named && !joined) {
                break;
            }
            i++;
            if (named && canvas.unit(i - 1).possessive()) {
                break;
            }
        }
        return i > first ? i : head;
    }

    /** "Indian Council of Medical Research", "International Federation of …": capitals before the head belong to it. */
    private int withModifiers(int head) {
        int first = head;
        while (first > 0
                && head - first < 3
                && canvas.isFree(first - 1)
                && canvas.isCapital(first - 1)
                && canvas.follows(first)
                && !canvas.unit(first - 1).possessive()
                && !canvas.is(first - 1, TITLE | NOT_NAME)
                && !(canvas.unit(first - 1).starts()
                        && canvas.is(first - 1, COMMON)
                        && !canvas.is(first - 1, ORG_HEAD))) {
            first--;
        }
        return first;
    }
}
