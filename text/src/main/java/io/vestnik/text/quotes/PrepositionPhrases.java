/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Tells where the phrase of a preposition ends, in which no subject stands: «в управлении МЧС по краю». */
final class PrepositionPhrases {
    private final NounPhrases phrases;

    PrepositionPhrases(NounPhrases phrases) {
        this.phrases = phrases;
    }

    /** The position after the phrase of a preposition: modifiers and one noun. */
    int after(OuterSentence sentence, int at, int end) {
        int i = at;
        while (i < end) {
            Item item = sentence.item(i);
            i++;
            if (item.is("этом")
                    || item.is("том")
                    || item.is("чем")
                    || item.is("тем")
                    || item.is("этого")
                    || item.is("того")) {
                return i;
            }
            boolean noun = item.has(PartOfSpeech.NOUN)
                    || item.has(PartOfSpeech.PRONOUN)
                    || item.marked()
                    || item.readings().isEmpty()
                    || item.has(PartOfSpeech.ABBREVIATION);
            if (noun && !item.has(PartOfSpeech.ADJECTIVE)) {
                if (i < end && sentence.item(i).marked() && phrases.introduces(item)) {
                    i++;
                }
                while (i < end && belongs(sentence.item(i), item)) {
                    i++;
                }
                return i;
            }
        }
        return i;
    }

    /** Whether an item goes on with the phrase of a preposition: the rest of a name, or a genitive. */
    private static boolean belongs(Item item, Item noun) {
        if (noun.mention() != null && item.end() <= noun.mention().end()) {
            return true;
        }
        if (item.mention() != null
                && item.mention().type() == EntityType.PER
                && PhraseForms.nominative(item.mention())) {
            return false;
        }
        // «написали в Инстаграм девушки»: no name of a site is theirs.
        if (NounClasses.russian().kindOf(noun) == NounClasses.Kind.DOCUMENT && isPeople(item)) {
            return false;
        }
        // «в МИД РФ»: no ending tells the case.
        boolean state = noun.mention() != null
                && noun.mention().type() == EntityType.ORG
                && item.mention() != null
                && item.mention().type() == EntityType.LOC
                && item.has(PartOfSpeech.ABBREVIATION);
        return state || ofBody(item, noun) || (PhraseForms.isGenitive(item) && !item.has(PartOfSpeech.VERB));
    }

    /** «в управлении МЧС», «в команде Blue Fox»: no ending tells the case of the name either. */
    private static boolean ofBody(Item item, Item noun) {
        return item.mention() != null
                && item.mention().type() == EntityType.ORG
                && item.mention().begin() == item.begin()
                && !item.has(PartOfSpeech.NOUN, Case.NOMINATIVE)
                && !noun.capitalized()
                && noun.has(PartOfSpeech.NOUN);
    }

    private static boolean isPeople(Item item) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN
                    && reading.animate()
                    && reading.grammaticalCase() == Case.NOMINATIVE
                    && reading.number() == GrammaticalNumber.PLURAL) {
                return true;
            }
        }
        return false;
    }
}
