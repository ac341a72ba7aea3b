/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Tells names in quotation marks from fragments of speech, by what stands before them. */
final class NamesInMarks {
    /** Nouns that show words as words: «слово «друг»». */
    private static final List<String> EXPRESSIONS =
            List.of("выражение", "слово", "термин", "понятие", "название", "словосочетание", "хештег", "хэштег");

    private NamesInMarks() {}

    /** Whether the words are a name: of a paper, a film, a firm, a law. */
    static boolean named(OuterSentence sentence, int at, InnerWords words) {
        Item item = sentence.item(at);
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG) {
            return true;
        }
        if (at > 0 && EXPRESSIONS.stream().anyMatch(sentence.item(at - 1)::hasLemma)) {
            return true;
        }
        if (!words.upper()) {
            return false;
        }
        if (at == 0) {
            return !words.clause();
        }
        Item before = sentence.item(at - 1);
        boolean noun = (before.has(PartOfSpeech.NOUN) && !before.has(PartOfSpeech.PREPOSITION))
                || before.has(PartOfSpeech.ABBREVIATION)
                || (before.word() && before.readings().isEmpty())
                || (before.has(PartOfSpeech.PREPOSITION) && !before.is("как"));
        return noun || !words.clause() || words.words() <= 2;
    }
}
