/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Tells names in quotation marks from fragments of speech, by what stands before them. */
final class NamesInMarks {
    private NamesInMarks() {}

    /** Whether the words are a name: of a paper, a film, a firm, a law. */
    static boolean named(OuterSentence sentence, int at, InnerWords words) {
        Item item = sentence.item(at);
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG) {
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
