/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Morphology;

/** Tells whether words of a speaker about himself were turned into words about him: «я приеду» into «он приедет». */
final class PersonShift {
    private static final String FIRST_PERSON = ":P1";
    private static final String THIRD_PERSON = ":P3";

    private static final Set<String> FIRST = new TreeSet<>(List.of(
            "я",
            "меня",
            "мне",
            "мной",
            "мною",
            "мы",
            "нас",
            "нам",
            "нами",
            "мой",
            "моя",
            "мое",
            "мои",
            "моего",
            "моей",
            "моему",
            "моем",
            "моим",
            "моих",
            "моими",
            "мою",
            "наш",
            "наша",
            "наше",
            "наши",
            "нашего",
            "нашей",
            "нашему",
            "нашем",
            "нашим",
            "наших",
            "нашими",
            "нашу",
            "i",
            "me",
            "my",
            "mine",
            "myself",
            "we",
            "us",
            "our",
            "ours",
            "ourselves"));

    private static final Set<String> THIRD = new TreeSet<>(List.of(
            "он",
            "она",
            "его",
            "него",
            "ее",
            "нее",
            "ему",
            "нему",
            "ей",
            "ней",
            "им",
            "ним",
            "нем",
            "они",
            "их",
            "них",
            "ими",
            "ними",
            "свой",
            "своя",
            "свое",
            "свои",
            "своего",
            "своей",
            "своему",
            "своем",
            "своим",
            "своих",
            "своими",
            "свою",
            "he",
            "she",
            "him",
            "her",
            "his",
            "hers",
            "himself",
            "herself",
            "they",
            "them",
            "their",
            "theirs",
            "themselves"));

    private PersonShift() {}

    /**
     * Whether the person changed.
     *
     * @param lost words that only the source has
     * @param won words that only the variant has
     */
    static boolean between(List<QuoteWord> lost, List<QuoteWord> won) {
        boolean pronoun = lost.stream().anyMatch(word -> FIRST.contains(word.folded()))
                && won.stream().anyMatch(word -> THIRD.contains(word.folded()));
        return pronoun || lost.stream().anyMatch(word -> won.stream().anyMatch(other -> isShift(word, other)));
    }

    private static boolean isShift(QuoteWord word, QuoteWord other) {
        return word.lemma().equals(other.lemma())
                && Chars.isCyrillic(word.folded().codePointAt(0))
                && isOf(word.folded(), FIRST_PERSON)
                && isOf(other.folded(), THIRD_PERSON);
    }

    private static boolean isOf(String folded, String person) {
        return Morphology.russian().readings(folded).stream()
                .anyMatch(reading -> reading.tag().contains(person));
    }
}
