/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * What one speaker says in a line that a dash opens.
 *
 * @param index the first sentence's place among those of the article
 * @param after the place of the sentence after the last
 * @param begin first code point after the dash
 * @param end one past the last spoken code point
 * @param asks true for a question
 * @param personal true when it speaks of «я» and «вы»
 * @param listed true for an entry of a list
 * @param says true when it is more than a word that says nothing
 * @param attributed true when it has an attribution
 */
record SpokenLine(
        int index,
        int after,
        int begin,
        int end,
        boolean asks,
        boolean personal,
        boolean listed,
        boolean says,
        boolean attributed) {
    private static final Set<String> PERSONS = Set.of(
            "я", "меня", "мне", "мной", "мы", "нас", "нам", "нами", "ты", "тебя", "тебе", "тобой", "вы", "вас", "вам",
            "вами", "мой", "моя", "мое", "мои", "моего", "моей", "моих", "наш", "наша", "наше", "наши", "нашей",
            "наших", "твой", "твоя", "твои", "ваш", "ваша", "ваше", "ваши", "вашей", "ваших", "да", "нет");

    static SpokenLine of(List<OuterSentence> sentences, boolean attributed) {
        OuterSentence first = sentences.get(0);
        OuterSentence last = sentences.get(sentences.size() - 1);
        int end = spokenEnd(last);
        while (end > 0 && (last.item(end - 1).is(".") || last.item(end - 1).comma())) {
            end--;
        }
        int from = first.item(1).begin();
        Item closing = last.item(last.size() - 1);
        return new SpokenLine(
                first.index(),
                last.index() + 1,
                from,
                Math.max(from + 1, last.item(Math.max(0, end - 1)).end()),
                asks(last),
                personal(sentences),
                closing.is(";"),
                says(sentences),
                attributed);
    }

    /** Whether a sentence asks; a remark in brackets may follow: «Правда? (Смеётся.)». */
    static boolean asks(OuterSentence sentence) {
        int end = spokenEnd(sentence);
        return end > 0 && sentence.item(end - 1).folded().indexOf('?') >= 0;
    }

    /** Where the spoken words of a sentence end, before a remark in brackets at its end. */
    private static int spokenEnd(OuterSentence sentence) {
        int end = sentence.size();
        int close = end;
        while (close > 0 && sentence.item(close - 1).terminal()) {
            close--;
        }
        if (close == 0 || !sentence.item(close - 1).is(")")) {
            return end;
        }
        for (int i = close - 1; i > 1; i--) {
            if (sentence.item(i).is("(")) {
                return sentence.item(i - 1).terminal() ? i : end;
            }
        }
        return end;
    }

    private static boolean says(List<OuterSentence> sentences) {
        int words = 0;
        for (OuterSentence sentence : sentences) {
            InnerWords own = InnerWords.of(sentence.items());
            words += own.words();
            if (words > 1 || own.clause()) {
                return true;
            }
        }
        return false;
    }

    private static boolean personal(List<OuterSentence> sentences) {
        for (OuterSentence sentence : sentences) {
            for (Item item : sentence.items()) {
                if (item.word() && (PERSONS.contains(item.folded()) || inPerson(item))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A verb of the first or second person that is nothing else. */
    private static boolean inPerson(Item item) {
        boolean first = false;
        for (Reading reading : item.readings()) {
            if (reading.pos() != PartOfSpeech.VERB) {
                return false;
            }
            first |= reading.tag().endsWith(":P1") || reading.tag().endsWith(":P2");
        }
        return first;
    }
}
