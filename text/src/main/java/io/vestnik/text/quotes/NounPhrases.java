/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Reads noun phrases that may name a speaker: «помощник президента РФ Юрий Ушаков», «пресс-служба МВД», «он». */
final class NounPhrases {
    /** A phrase is not longer than this many items. */
    private static final int MAX_ITEMS = 30;

    private static final Set<String> PERSONAL = Set.of("он", "она", "они", "оно");

    private final NounClasses classes;

    NounPhrases(NounClasses classes) {
        this.classes = classes;
    }

    /**
     * Reads a phrase in a given case.
     *
     * @param sentence the sentence
     * @param at position at which the phrase begins
     * @param limit position at which it must end
     * @param wanted its case
     * @return the phrase; null when none begins there
     */
    @Nullable Source read(OuterSentence sentence, int at, int limit, Case wanted) {
        int bound = Math.min(limit, at + MAX_ITEMS);
        if (at >= bound) {
            return null;
        }
        Item start = sentence.item(at);
        if (isPronoun(start, wanted)) {
            return new Source(sentence, at, at, at, wanted, Form.PRONOUN, null, null);
        }
        if (personAt(start) && fits(start, wanted)) {
            return named(sentence, at, at, at, bound, wanted);
        }
        int head = skipModifiers(sentence, at, bound, wanted);
        if (head >= bound) {
            return null;
        }
        Item item = sentence.item(head);
        if (personAt(item) && fits(item, wanted)) {
            return named(sentence, at, head, head, bound, wanted);
        }
        if (!isHead(item, wanted)) {
            return null;
        }
        return complete(sentence, at, head, bound, wanted);
    }

    /** Whether the item begins the name of a person. */
    private static boolean personAt(Item item) {
        Mention mention = item.mention();
        return mention != null && mention.type() == EntityType.PER && mention.begin() == item.begin();
    }

    private static boolean isPronoun(Item item, Case wanted) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.PRONOUN
                    && reading.grammaticalCase() == wanted
                    && PERSONAL.contains(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name stands in the case, as far as its form tells. */
    private static boolean fits(Item item, Case wanted) {
        Mention mention = item.mention();
        return mention != null && (wanted != Case.NOMINATIVE || nominative(mention));
    }

    /** Whether a name is written as its canonical form is. */
    static boolean nominative(Mention mention) {
        List<String> canonical = List.of(Chars.fold(mention.name()).split("[ .]+"));
        String[] written = Chars.fold(mention.text()).split("[ .]+");
        for (String word : written) {
            if (word.length() > 1) {
                return canonical.contains(word) || !anyStarts(canonical, word);
            }
        }
        return true;
    }

    /** A word that shares no beginning with the canonical name (a patronymic, another spelling) tells nothing. */
    private static boolean anyStarts(List<String> canonical, String word) {
        int shared = Math.min(3, word.length());
        for (String name : canonical) {
            if (name.regionMatches(0, word, 0, shared)) {
                return true;
            }
        }
        return false;
    }

    private int skipModifiers(OuterSentence sentence, int at, int bound, Case wanted) {
        int i = at;
        while (i < bound) {
            Item item = sentence.item(i);
            if (item.mention() != null
                    && item.mention().begin() == item.begin()
                    && item.mention().type() != EntityType.LOC) {
                return i;
            }
            if (isHead(item, wanted) && !modifierOnly(sentence, i, bound, wanted)) {
                return i;
            }
            if (!isModifier(item, wanted)) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** A word that may be a noun or an adjective («главный») is an adjective when a noun follows it in its case. */
    private boolean modifierOnly(OuterSentence sentence, int at, int bound, Case wanted) {
        Item item = sentence.item(at);
        return isModifier(item, wanted)
                && at + 1 < bound
                && !sentence.item(at + 1).is("из")
                && (isHead(sentence.item(at + 1), wanted)
                                && sentence.item(at + 1).has(PartOfSpeech.NOUN, wanted)
                        || isModifier(sentence.item(at + 1), wanted));
    }

    /** «один из силовиков» */
    private static boolean isOne(Item item, Case wanted) {
        return item.hasLemma("один") && isModifier(item, wanted);
    }

    private static boolean isModifier(Item item, Case wanted) {
        if (item.has(PartOfSpeech.ADVERB) || item.tagged("Comp")) {
            return false;
        }
        for (Reading reading : item.readings()) {
            boolean modifies = reading.pos() == PartOfSpeech.PRONOUN
                            && reading.lemma().equals("один")
                    || reading.pos() == PartOfSpeech.ADJECTIVE && !reading.tag().contains("Short")
                    || reading.pos() == PartOfSpeech.PARTICIPLE
                            && !reading.tag().startsWith("PT_Short")
                    || reading.pos() == PartOfSpeech.NUMERAL;
            if (modifies && (reading.grammaticalCase() == wanted || reading.grammaticalCase() == null)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHead(Item item, Case wanted) {
        if (item.marked()) {
            return item.mention() != null;
        }
        if (!item.word()) {
            return false;
        }
        if (item.has(PartOfSpeech.NOUN, wanted) && !item.has(PartOfSpeech.PREPOSITION)) {
            return true;
        }
        if (classes.isPersonalAdjective(item.folded()) && isModifier(item, wanted) || isOne(item, wanted)) {
            return true;
        }
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG && mention.begin() == item.begin()) {
            return item.readings().isEmpty()
                    || item.has(PartOfSpeech.ABBREVIATION)
                    || item.has(PartOfSpeech.ADJECTIVE, wanted);
        }
        if (item.readings().isEmpty()) {
            return item.capitalized() || item.folded().length() > 3;
        }
        return item.has(PartOfSpeech.ABBREVIATION);
    }

    private Source named(OuterSentence sentence, int first, int head, int nameAt, int bound, Case wanted) {
        Mention name = sentence.item(nameAt).mention();
        int last = lastOf(sentence, nameAt, bound);
        Source source = new Source(sentence, first, last, head, wanted, Form.NAME, name, null);
        return joint(source, bound);
    }

    /** Joins «А и Б» when both are named in the case. */
    private Source joint(Source source, int bound) {
        OuterSentence sentence = source.sentence();
        int and = source.last() + 1;
        if (and + 1 < bound && (sentence.item(and).is("и") || sentence.item(and).is("с") && false)) {
            Source other = read(sentence, and + 1, bound, source.wanted());
            if (other != null && other.form() == Form.NAME && other.second() == null && other.name() != null) {
                return source.withSecond(other.name(), other.last());
            }
        }
        return source;
    }

    private static int lastOf(OuterSentence sentence, int at, int bound) {
        Mention mention = sentence.item(at).mention();
        int last = at;
        while (mention != null && last + 1 < bound && sentence.item(last + 1).end() <= mention.end()) {
            last++;
        }
        return last;
    }

    /** Takes what belongs to the noun: genitives, «по …» and other phrases of place or matter, and the name itself. */
    private Source complete(OuterSentence sentence, int first, int head, int bound, Case wanted) {
        int last = lastOf(sentence, head, bound);
        Item headItem = sentence.item(head);
        boolean animate = isPerson(headItem, wanted);
        if (animate) {
            int nameAt = nameAfter(sentence, head, bound, wanted);
            if (nameAt > 0) {
                return named(sentence, first, head, nameAt, bound, wanted);
            }
        }
        int i = last + 1;
        while (i < bound) {
            Item item = sentence.item(i);
            if (personAt(item)) {
                if (wanted == Case.NOMINATIVE && fits(item, wanted) && !complementOf(sentence, head, i, wanted)) {
                    break;
                }
                last = lastOf(sentence, i, bound);
            } else if (item.marked()) {
                last = i;
            } else if (item.is("(")) {
                int close = closing(sentence, i, bound);
                if (close < 0) {
                    break;
                }
                i = close;
            } else if (continues(sentence, i, bound, wanted)) {
                last = i;
            } else {
                break;
            }
            i = Math.max(i, last) + 1;
        }
        return new Source(sentence, first, last, head, wanted, formOf(headItem, wanted), null, null);
    }

    /**
     * The name that ends a phrase of office: «следователь по особо важным делам Иван Петров». In the nominative the name
     * tells itself; in another case it is the last name before the clause ends.
     *
     * @return its position; -1 when the phrase has none
     */
    private int nameAfter(OuterSentence sentence, int head, int bound, Case wanted) {
        int found = -1;
        for (int i = head + 1; i < bound; i++) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.VERB) && !item.has(PartOfSpeech.NOUN) && item.mention() == null
                    || item.has(PartOfSpeech.GERUND) && item.readings().size() == 1) {
                break;
            }
            if (personAt(item) && fits(item, wanted) && !complementOf(sentence, head, i, wanted)) {
                found = i;
                if (wanted == Case.NOMINATIVE) {
                    return found;
                }
            } else if (found >= 0 && item.mention() != sentence.item(found).mention()) {
                break;
            }
        }
        return found;
    }

    private static int closing(OuterSentence sentence, int open, int bound) {
        for (int i = open + 1; i < bound && i < open + 8; i++) {
            if (sentence.item(i).is(")")) {
                return i;
            }
        }
        return -1;
    }

    /** «представитель Роуз»: a name that cannot tell its case, right after a noun that asks for a complement. */
    private boolean complementOf(OuterSentence sentence, int head, int at, Case wanted) {
        if (at != head + 1 || !classes.isRelational(sentence.item(head))) {
            return false;
        }
        Item item = sentence.item(at);
        Mention mention = item.mention();
        boolean oneWord = mention != null && mention.end() == item.end();
        return oneWord
                && (item.readings().isEmpty()
                        || item.has(PartOfSpeech.NOUN, Case.GENITIVE) && wanted != Case.NOMINATIVE);
    }

    /** Whether the item goes on with the phrase rather than with the sentence. */
    private boolean continues(OuterSentence sentence, int at, int bound, Case wanted) {
        Item item = sentence.item(at);
        if (!item.word()) {
            return false;
        }
        if (item.is("и")) {
            return at + 1 < bound
                    && isGenitive(sentence.item(at + 1))
                    && !sentence.item(at + 1).has(PartOfSpeech.VERB);
        }
        if (item.has(PartOfSpeech.PREPOSITION)) {
            return classes.attaches(item.folded())
                    && at + 1 < bound
                    && sentence.item(at + 1).word()
                    && !classes.isTime(sentence.item(at + 1).folded());
        }
        Item before = sentence.item(at - 1);
        if (before.has(PartOfSpeech.PREPOSITION) && classes.attaches(before.folded())) {
            return true;
        }
        if (item.has(PartOfSpeech.VERB) || item.has(PartOfSpeech.GERUND)) {
            return false;
        }
        if (item.has(PartOfSpeech.ADVERB) && !isGenitive(item)) {
            return false;
        }
        if (isGenitive(item)) {
            return true;
        }
        if (inPrepositionalPhrase(sentence, at)) {
            return item.has(PartOfSpeech.NOUN) || item.has(PartOfSpeech.ADJECTIVE);
        }
        return item.readings().isEmpty()
                || item.has(PartOfSpeech.ABBREVIATION)
                || item.mention() != null && item.mention().begin() < item.begin()
                || isAnimateNominative(item, wanted) && before.hasLemma("и");
    }

    private boolean inPrepositionalPhrase(OuterSentence sentence, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.PREPOSITION)) {
                return classes.attaches(item.folded());
            }
            if (!item.has(PartOfSpeech.ADJECTIVE)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAnimateNominative(Item item, Case wanted) {
        for (Reading reading : item.readings()) {
            if (reading.animate() && reading.grammaticalCase() == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a nominal item may stand in the genitive. */
    static boolean isGenitive(Item item) {
        for (Reading reading : item.readings()) {
            boolean nominal = reading.pos() == PartOfSpeech.NOUN
                    || reading.pos() == PartOfSpeech.ADJECTIVE && !reading.tag().contains("Short")
                    || reading.pos() == PartOfSpeech.PARTICIPLE
                    || reading.pos() == PartOfSpeech.NUMERAL;
            if (nominal && reading.grammaticalCase() == Case.GENITIVE
                    || reading.pos() == PartOfSpeech.NOUN && reading.grammaticalCase() == null) {
                return true;
            }
        }
        return false;
    }

    private boolean isPerson(Item item, Case wanted) {
        NounClasses.Kind kind = classes.kindOf(item);
        if (kind != NounClasses.Kind.OTHER) {
            return kind == NounClasses.Kind.PERSON;
        }
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.animate() && reading.grammaticalCase() == wanted) {
                return true;
            }
        }
        return isOne(item, wanted)
                || classes.isPersonalAdjective(item.folded())
                || item.readings().isEmpty() && item.mention() == null && !item.capitalized();
    }

    private Form formOf(Item item, Case wanted) {
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

    /** Whether a verb of this number may have the phrase as its subject. */
    static boolean agrees(Source source, @Nullable GrammaticalNumber number, Reading.@Nullable Gender gender) {
        if (source.form() == Form.NAME) {
            return number != GrammaticalNumber.PLURAL || source.second() != null;
        }
        boolean told = false;
        for (Reading reading : source.headItem().readings()) {
            if (reading.grammaticalCase() != null && reading.grammaticalCase() != Case.NOMINATIVE) {
                continue;
            }
            GrammaticalNumber own = reading.number();
            if (own == null && reading.pos() == PartOfSpeech.PRONOUN) {
                own = reading.lemma().equals("они") ? GrammaticalNumber.PLURAL : GrammaticalNumber.SINGULAR;
            }
            told |= own != null;
            boolean sameNumber = number == null || own == null || own == number;
            boolean sameGender = gender == null
                    || reading.gender() == null
                    || own == GrammaticalNumber.PLURAL
                    || reading.gender() == gender
                    || gender == Reading.Gender.FEMININE && reading.animate();
            if (own != null && sameNumber && sameGender) {
                return true;
            }
        }
        return !told;
    }
}
