/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Tells where a noun phrase ends: which words after its noun belong to it. */
final class PhraseTail {
    /** The last comma of a list stands at most this many items before its «и». */
    private static final int LIST = 5;

    private final NounClasses classes;

    PhraseTail(NounClasses classes) {
        this.classes = classes;
    }

    /** Whether the item goes on with the phrase rather than with the sentence. */
    boolean continues(OuterSentence sentence, int at, int bound, Case wanted) {
        Item item = sentence.item(at);
        if (!item.word()) {
            return item.joins();
        }
        if (item.is("и")) {
            return at + 1 < bound
                    && (PhraseForms.isGenitive(sentence.item(at + 1)) || listed(sentence, at))
                    && !sentence.item(at + 1).has(PartOfSpeech.VERB);
        }
        if (item.has(PartOfSpeech.PREPOSITION)) {
            return (classes.attaches(item.folded()) || governed(sentence, at))
                    && at + 1 < bound
                    && sentence.item(at + 1).word()
                    && !classes.isTime(sentence.item(at + 1).folded());
        }
        Item before = sentence.item(at - 1);
        if (before.joins() || (before.is("и") && listed(sentence, at - 1))) {
            return true;
        }
        if (before.has(PartOfSpeech.PREPOSITION) && (classes.attaches(before.folded()) || governed(sentence, at - 1))) {
            return true;
        }
        boolean noun = PhraseForms.isGenitive(item) && before.has(PartOfSpeech.ADJECTIVE, Case.GENITIVE);
        if (!noun && (item.has(PartOfSpeech.VERB) || item.has(PartOfSpeech.GERUND))) {
            return false;
        }
        if (item.has(PartOfSpeech.ADVERB) && !PhraseForms.isGenitive(item)) {
            return false;
        }
        if (PhraseForms.isGenitive(item)) {
            return true;
        }
        if (inPrepositionalPhrase(sentence, at)) {
            return item.readings().isEmpty() || item.has(PartOfSpeech.NOUN) || item.has(PartOfSpeech.ADJECTIVE);
        }
        return item.readings().isEmpty()
                || item.has(PartOfSpeech.ABBREVIATION)
                || (item.mention() != null && item.mention().begin() < item.begin())
                || (PhraseForms.isAnimateNominative(item, wanted) && before.hasLemma("и"));
    }

    /** Whether the «и» is that of a list with commas. */
    private static boolean listed(OuterSentence sentence, int and) {
        for (int i = and - 1; i > 0 && i > and - LIST; i--) {
            if (sentence.item(i).joins()) {
                return true;
            }
        }
        return false;
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
