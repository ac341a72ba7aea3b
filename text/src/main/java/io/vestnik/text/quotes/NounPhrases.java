/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Reads noun phrases that may name a speaker: «помощник президента РФ Юрий Ушаков», «пресс-служба МВД», «он». */
final class NounPhrases {
    /** A phrase is not longer than this many items. */
    private static final int MAX_ITEMS = 30;

    private final NounClasses classes;
    private final PhraseHeads heads;
    private final PhraseTail tail;

    NounPhrases(NounClasses classes) {
        this.classes = classes;
        this.heads = new PhraseHeads(classes);
        this.tail = new PhraseTail(classes);
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
        if (Possessives.is(start)) {
            Source whose = whose(sentence, at, bound, wanted);
            if (whose != null) {
                return whose;
            }
        }
        if (PhraseForms.isPronoun(start, wanted)) {
            return new Source(sentence, at, at, at, wanted, Form.PRONOUN, null, null);
        }
        if (PhraseForms.personAt(start) && PhraseForms.fits(start, wanted)) {
            return named(sentence, at, at, at, bound, wanted);
        }
        int head = skipModifiers(sentence, at, bound, wanted);
        if (head >= bound) {
            return null;
        }
        Item item = sentence.item(head);
        if (PhraseForms.personAt(item) && PhraseForms.fits(item, wanted)) {
            return named(sentence, at, head, head, bound, wanted);
        }
        if (!heads.isHead(item, wanted)) {
            return null;
        }
        return complete(sentence, at, head, bound, wanted);
    }

    /** «его адвокат», «по словам их родителей»: null when the pronoun stands for itself. */
    private @Nullable Source whose(OuterSentence sentence, int at, int bound, Case wanted) {
        Item next = at + 1 < bound ? sentence.item(at + 1) : sentence.item(at);
        if (Possessives.is(next) || next.has(PartOfSpeech.VERB) || next.has(PartOfSpeech.PREPOSITION)) {
            return null;
        }
        Source noun = read(sentence, at + 1, bound, wanted);
        boolean person = noun != null
                && noun.form() == Form.PERSON
                && !noun.headItem().readings().isEmpty()
                && (wanted != Case.NOMINATIVE || classes.isRelational(noun.headItem()));
        return noun != null && person
                ? new Source(sentence, at, noun.last(), noun.head(), wanted, Form.PERSON, null, null)
                : null;
    }

    private int skipModifiers(OuterSentence sentence, int at, int bound, Case wanted) {
        int i = at;
        while (i < bound) {
            Item item = sentence.item(i);
            if (item.mention() != null
                    && item.mention().begin() == item.begin()
                    && item.mention().type() != EntityType.LOC
                    && !PhraseForms.isModifier(item, wanted)) {
                return i;
            }
            if (heads.isHead(item, wanted) && !modifierOnly(sentence, i, bound, wanted)) {
                return i;
            }
            if (!PhraseForms.isModifier(item, wanted)) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** A word that may be a noun or an adjective («главный») is an adjective when a noun follows it in its case. */
    private boolean modifierOnly(OuterSentence sentence, int at, int bound, Case wanted) {
        Item item = sentence.item(at);
        return PhraseForms.isModifier(item, wanted)
                && at + 1 < bound
                && !sentence.item(at + 1).is("из")
                && ((heads.isHead(sentence.item(at + 1), wanted)
                                && sentence.item(at + 1).has(PartOfSpeech.NOUN, wanted))
                        || PhraseForms.isModifier(sentence.item(at + 1), wanted));
    }

    private Source named(OuterSentence sentence, int first, int head, int nameAt, int bound, Case wanted) {
        Mention name = sentence.item(nameAt).mention();
        int last = lastOf(sentence, nameAt, bound);
        int rest = last + 2;
        if (rest < bound && Nicknames.within(sentence, nameAt, last + 1)) {
            name = Nicknames.whole(sentence.item(nameAt), sentence.item(rest));
            last = lastOf(sentence, rest, bound);
        }
        Source source = new Source(sentence, first, last, head, wanted, Form.NAME, name, null);
        return joint(source, bound);
    }

    /** Joins «А и Б» when both are named in the case. */
    private Source joint(Source source, int bound) {
        OuterSentence sentence = source.sentence();
        int and = source.last() + 1;
        if (and + 1 < bound && sentence.item(and).is("и")) {
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
        boolean animate = heads.isPerson(headItem, wanted);
        if (animate) {
            int nameAt = nameAfter(sentence, head, bound, wanted);
            if (nameAt > 0) {
                return named(sentence, first, head, nameAt, bound, wanted);
            }
        }
        int i = last + 1;
        while (i < bound) {
            Item item = sentence.item(i);
            if (PhraseForms.personAt(item)) {
                if (wanted == Case.NOMINATIVE
                        && PhraseForms.fits(item, wanted)
                        && !complementOf(sentence, head, i, wanted)) {
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
            } else if (tail.continues(sentence, i, bound, wanted)) {
                last = i;
            } else {
                break;
            }
            i = Math.max(i, last) + 1;
        }
        return new Source(sentence, first, last, head, wanted, heads.formOf(sentence, head, last, wanted), null, null);
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
            if ((item.has(PartOfSpeech.VERB) && !item.has(PartOfSpeech.NOUN) && item.mention() == null)
                    || (item.has(PartOfSpeech.GERUND) && item.readings().size() == 1)) {
                break;
            }
            if (PhraseForms.personAt(item)
                    && PhraseForms.fits(item, wanted)
                    && !complementOf(sentence, head, i, wanted)) {
                found = i;
                if (wanted == Case.NOMINATIVE) {
                    return found;
                }
            } else if (found >= 0
                    && !Objects.equals(item.mention(), sentence.item(found).mention())) {
                break;
            }
        }
        return found;
    }

    /** A state or a capital as a subject of speech stands for its government: «Киев заявил, что …». */
    Source spoken(Source source) {
        boolean state =
                source.form() == Form.OTHER && source.first() == source.last() && classes.isState(source.headItem());
        return state ? source.as(Form.BODY) : source;
    }

    /** Whether a name in marks after the noun belongs to it: пресс-служба «Зари», газета «Заря». */
    boolean introduces(Item noun) {
        NounClasses.Kind kind = classes.kindOf(noun);
        return kind == NounClasses.Kind.BODY || kind == NounClasses.Kind.OUTLET || kind == NounClasses.Kind.DOCUMENT;
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
        // «адвокат Соколова Пётр Ким»: the first name is whose, the second is who.
        boolean another = oneWord
                && at + 1 < sentence.size()
                && PhraseForms.personAt(sentence.item(at + 1))
                && item.has(PartOfSpeech.NOUN, Case.GENITIVE);
        if (another) {
            return true;
        }
        return oneWord
                && (item.readings().isEmpty()
                        || (item.has(PartOfSpeech.NOUN, Case.GENITIVE) && wanted != Case.NOMINATIVE));
    }
}
