/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** What a phrase consists of besides the noun that carries it. */
final class SourceShape {
    private static final Set<String> POINTING = Set.of("сам", "этот", "тот", "данный", "наш", "указанный");

    private SourceShape() {}

    /** A noun without complement, alone or with a word that points at somebody known. */
    static boolean bare(Source source) {
        for (int i = source.first(); i < source.head(); i++) {
            Item item = source.sentence().item(i);
            if (!item.has(PartOfSpeech.PARTICIPLE) && !POINTING.contains(lemma(item))) {
                return false;
            }
        }
        return source.last() == source.head();
    }

    /** Whether nothing stands before the noun but words that tell nothing new about somebody known. */
    static boolean plainlyModified(Source source, NounClasses classes) {
        for (int i = source.first(); i < source.head(); i++) {
            Item item = source.sentence().item(i);
            boolean known =
                    item.folded().contains("-летн") || POINTING.contains(lemma(item)) || classes.isPortraying(item);
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name stands in the phrase. */
    static boolean holdsName(Source source) {
        for (int i = source.head() + 1; i <= source.last(); i++) {
            Mention mention = source.sentence().item(i).mention();
            if ((mention != null && !mention.generic())
                    || source.sentence().item(i).marked()) {
                return true;
            }
        }
        return false;
    }

    private static String lemma(Item item) {
        for (Reading reading : item.readings()) {
            return reading.lemma();
        }
        return "";
    }
}
