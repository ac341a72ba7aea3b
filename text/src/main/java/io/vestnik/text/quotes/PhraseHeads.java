/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

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

    /** Whether the item stands for somebody, not for a thing or a body. */
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
                || item.form().personalAdjective()
                || (item.readings().isEmpty()
                        && item.mention() == null
                        && !item.capitalized()
                        && !item.folded().endsWith("о"));
    }

    /** What kind of speaker a phrase names that this item carries. */
    Form formOf(Item item, Case wanted) {
        Form form =
                switch (classes.kindOf(item)) {
                    case PERSON -> Form.PERSON;
                    case OUTLET -> Form.OUTLET;
                    case DOCUMENT -> Form.DOCUMENT;
                    case BODY -> Form.BODY;
                    case OTHER -> byName(item);
                };
        if (form != null) {
            return form;
        }
        if (isPerson(item, wanted)) {
            return Form.PERSON;
        }
        return item.marked() || isAcronym(item) || (item.readings().isEmpty() && item.capitalized())
                ? Form.BODY
                : Form.OTHER;
    }

    /** What kind of speaker a phrase names; «ряд экспертов», «большинство жителей» are those whom they count. */
    Form formOf(OuterSentence sentence, int head, int last, Case wanted) {
        Form form = formOf(sentence.item(head), wanted);
        if (form != Form.OTHER || !classes.isQuantity(sentence.item(head))) {
            return form;
        }
        for (int i = head + 1; i <= last; i++) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.NOUN, Case.GENITIVE) || item.form().personalAdjective()) {
                return formOf(item, Case.GENITIVE);
            }
        }
        return form;
    }

    /** «12:05Наши»: the time of a message and the word after it, set without a blank. */
    private static boolean isStamp(Item item) {
        return item.text().indexOf(':') > 0 && Character.isDigit(item.text().codePointAt(0));
    }

    private static boolean isAcronym(Item item) {
        String text = item.text();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 1;
    }

    private static @Nullable Form byName(Item item) {
        Mention mention = item.mention();
        if (mention == null || mention.type() == EntityType.PER) {
            return null;
        }
        return mention.type() == EntityType.ORG ? Form.BODY : Form.OTHER;
    }

    /** Whether the item may carry a phrase in this case. */
    boolean isHead(Item item, Case wanted) {
        if (item.marked()) {
            return item.mention() != null;
        }
        if (!item.word() || isStamp(item)) {
            return false;
        }
        if (item.has(PartOfSpeech.NOUN, wanted) && !item.has(PartOfSpeech.PREPOSITION)) {
            return true;
        }
        if ((item.form().personalAdjective() && PhraseForms.isModifier(item, wanted))
                || PhraseForms.isOne(item, wanted)) {
            return true;
        }
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG && mention.begin() == item.begin()) {
            // «в МИД»: the dictionary would have it declined, newswriting leaves it as it is.
            return item.readings().isEmpty() || item.has(PartOfSpeech.ABBREVIATION) || isAcronym(item);
        }
        if (item.readings().isEmpty()) {
            return item.capitalized() || item.folded().length() > 3;
        }
        return item.has(PartOfSpeech.ABBREVIATION);
    }
}
