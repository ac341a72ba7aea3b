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

    NounPhrases(NounClasses classes) {
        this.classes = classes;
        this.heads = new PhraseHeads(classes);
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
            } else if (continues(sentence, i, bound, wanted)) {
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

    /** Whether the item goes on with the phrase rather than with the sentence. */
    private boolean continues(OuterSentence sentence, int at, int bound, Case wanted) {
        Item item = sentence.item(at);
        if (!item.word()) {
            return false;
        }
        if (item.is("и")) {
            return at + 1 < bound
                    && PhraseForms.isGenitive(sentence.item(at + 1))
                    && !sentence.item(at + 1).has(PartOfSpeech.VERB);
        }
        if (item.has(PartOfSpeech.PREPOSITION)) {
            return (classes.attaches(item.folded()) || governed(sentence, at))
                    && at + 1 < bound
                    && sentence.item(at + 1).word()
                    && !classes.isTime(sentence.item(at + 1).folded());
        }
        Item before = sentence.item(at - 1);
        if (before.has(PartOfSpeech.PREPOSITION) && (classes.attaches(before.folded()) || governed(sentence, at - 1))) {
            return true;
        }
        if (item.has(PartOfSpeech.VERB) || item.has(PartOfSpeech.GERUND)) {
            return false;
        }
        if (item.has(PartOfSpeech.ADVERB) && !PhraseForms.isGenitive(item)) {
            return false;
        }
        if (PhraseForms.isGenitive(item)) {
            return true;
        }
        if (inPrepositionalPhrase(sentence, at)) {
            return item.has(PartOfSpeech.NOUN) || item.has(PartOfSpeech.ADJECTIVE);
        }
        return item.readings().isEmpty()
                || item.has(PartOfSpeech.ABBREVIATION)
                || (item.mention() != null && item.mention().begin() < item.begin())
                || (PhraseForms.isAnimateNominative(item, wanted) && before.hasLemma("и"));
    }

    /** «штаб по борьбе с паводком», «служба по надзору в сфере связи»: a phrase that a noun after «по» governs. */
    private boolean governed(OuterSentence sentence, int at) {
        Item noun = sentence.item(at - 1);
        if (sentence.item(at).is("в") && PhraseForms.saysIn(noun)) {
            return !classes.isTime(
                    sentence.item(Math.min(at + 1, sentence.size() - 1)).folded());
        }
        return at >= 2
                && classes.governs(sentence.item(at - 1), sentence.item(at).folded())
                && inPrepositionalPhrase(sentence, at - 1);
    }

    private boolean inPrepositionalPhrase(OuterSentence sentence, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.PREPOSITION)) {
                return classes.attaches(item.folded())
                        || (item.is("в") && i > 0 && PhraseForms.saysIn(sentence.item(i - 1)));
            }
            if (!item.has(PartOfSpeech.ADJECTIVE)) {
                return false;
            }
        }
        return false;
    }
}
