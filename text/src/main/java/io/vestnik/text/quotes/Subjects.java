/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Which names in the nominative a pronoun in a later sentence does not go back to. */
final class Subjects {
    private Subjects() {}

    /** Whether a name stands in a relative clause, or is one of several that share a verb: no «он» means it alone. */
    static boolean aside(Article article, Mention mention) {
        OuterSentence sentence = article.sentenceAt(mention.begin());
        int at = sentence == null ? -1 : sentence.itemAt(mention.begin());
        if (sentence == null || at < 0) {
            return false;
        }
        return Clauses.relative(sentence.item(Clauses.begin(sentence, at)))
                || Clauses.relativeAfterPreposition(sentence, Clauses.begin(sentence, at))
                || joined(sentence, at, mention);
    }

    /** «между Луговым и Смидович»: what is joined to the name of no person is hardly a person. */
    static boolean besidePlace(Article article, Mention mention) {
        OuterSentence sentence = article.sentenceAt(mention.begin());
        int at = sentence == null ? -1 : sentence.itemAt(mention.begin());
        return sentence != null
                && at >= 2
                && sentence.item(at - 1).is("и")
                && sentence.item(at - 2).capitalized()
                && !isPerson(sentence.item(at - 2).mention());
    }

    /** «защитник ЦСКА»: a name that no ending puts into the genitive, right after the noun that it belongs to. */
    static boolean complement(Article article, Mention mention) {
        OuterSentence sentence = article.sentenceAt(mention.begin());
        int at = sentence == null ? -1 : sentence.itemAt(mention.begin());
        if (sentence == null || at < 1) {
            return false;
        }
        Item before = sentence.item(at - 1);
        return sentence.item(at).text().length() > 1
                && Character.isUpperCase(sentence.item(at).text().codePointAt(1))
                && before.has(PartOfSpeech.NOUN)
                && !before.has(PartOfSpeech.VERB)
                && NounClasses.russian().kindOf(before) != NounClasses.Kind.BODY;
    }

    private static boolean joined(OuterSentence sentence, int at, Mention mention) {
        if (at >= 2
                && sentence.item(at - 1).is("и")
                && isPerson(sentence.item(at - 2).mention())) {
            return true;
        }
        int next = at;
        while (next < sentence.size() && sentence.item(next).end() <= mention.end()) {
            next++;
        }
        return next + 1 < sentence.size()
                && sentence.item(next).is("и")
                && isPerson(sentence.item(next + 1).mention());
    }

    private static boolean isPerson(@Nullable Mention mention) {
        return mention != null && mention.type() == EntityType.PER;
    }
}
