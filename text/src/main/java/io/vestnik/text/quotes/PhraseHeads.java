/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Which word may carry a noun phrase, and what kind of speaker it names. */
final class PhraseHeads {
    private final NounClasses classes;

    PhraseHeads(NounClasses classes) {
        this.classes = classes;
    }

    boolean isPerson(Item item, Case wanted) {
        NounClasses.Kind kind = classes.kindOf(item);
        if (kind != NounClasses.Kind.OTHER) {
            return kind == NounClasses.Kind.PERSON;
        }
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.animate() && reading.grammaticalCase() == wanted) {
                return true;
            }
        }
        return PhraseForms.isOne(item, wanted)
                || classes.isPersonalAdjective(item.folded())
                || item.readings().isEmpty() && item.mention() == null && !item.capitalized();
    }

    Form formOf(Item item, Case wanted) {
        Mention mention = item.mention();
        switch (classes.kindOf(item)) {
            case PERSON:
                return Form.PERSON;
            case OUTLET:
                return Form.OUTLET;
            case DOCUMENT:
                return Form.DOCUMENT;
            case BODY:
                return Form.BODY;
            default:
                break;
        }
        if (mention != null && mention.type() == EntityType.ORG) {
            return Form.BODY;
        }
        if (mention != null && mention.type() == EntityType.LOC) {
            return Form.OTHER;
        }
        if (isPerson(item, wanted)) {
            return Form.PERSON;
        }
        boolean acronym =
                item.text().length() > 1 && item.text().equals(item.text().toUpperCase(java.util.Locale.ROOT));
        return item.marked() || acronym || item.readings().isEmpty() && item.capitalized() ? Form.BODY : Form.OTHER;
    }

    boolean isHead(Item item, Case wanted) {
        if (item.marked()) {
            return item.mention() != null;
        }
        if (!item.word()) {
            return false;
        }
        if (item.has(PartOfSpeech.NOUN, wanted) && !item.has(PartOfSpeech.PREPOSITION)) {
            return true;
        }
        if (classes.isPersonalAdjective(item.folded()) && PhraseForms.isModifier(item, wanted) || PhraseForms.isOne(item, wanted)) {
            return true;
        }
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG && mention.begin() == item.begin()) {
            return item.readings().isEmpty() || item.has(PartOfSpeech.ABBREVIATION);
        }
        if (item.readings().isEmpty()) {
            return item.capitalized() || item.folded().length() > 3;
        }
        return item.has(PartOfSpeech.ABBREVIATION);
    }

}
