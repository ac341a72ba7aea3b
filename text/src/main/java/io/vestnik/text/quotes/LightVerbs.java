/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Map;
import java.util.Set;

/** Verbs that speak only together with a word after them: «обратить внимание», «выразить надежду», «дать понять». */
final class LightVerbs {
    /** What all of them take. */
    static final SpeechVerb SPEECH = new SpeechVerb("обратить внимание", "dcpo");

    /** The word stands at most this many items after its verb. */
    private static final int REACH = 3;

    private static final Set<String> ATTENTION = Set.of("внимание");
    private static final Set<String> CLEAR = Set.of("понять");
    private static final Set<String> STATEMENT = Set.of("заявление", "предположение", "предупреждение");
    private static final Set<String> VIEW = Set.of(
            "мнение",
            "уверенность",
            "убеждение",
            "убежденность",
            "надежда",
            "сомнение",
            "опасение",
            "обеспокоенность",
            "озабоченность",
            "предположение",
            "сожаление",
            "недовольство",
            "возмущение",
            "удивление");

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("обратить", ATTENTION),
            Map.entry("обращать", ATTENTION),
            Map.entry("заострить", ATTENTION),
            Map.entry("акцентировать", ATTENTION),
            Map.entry("выразить", VIEW),
            Map.entry("выражать", VIEW),
            Map.entry("высказать", VIEW),
            Map.entry("высказывать", VIEW),
            Map.entry("дать", CLEAR),
            Map.entry("давать", CLEAR),
            Map.entry("сделать", STATEMENT),
            Map.entry("выступить", STATEMENT));

    private LightVerbs() {}

    /** Whether a verb may be one of these. */
    static boolean isOne(String lemma) {
        return WORDS.containsKey(lemma);
    }

    /** «Такое заявление сделал X», «С таким предупреждением выступил X»: the word opens the sentence of its verb. */
    static boolean leads(OuterSentence sentence, int at, String lemma) {
        Set<String> words = WORDS.get(lemma);
        if (words == null) {
            return false;
        }
        for (int i = 1; i < Math.min(at, REACH); i++) {
            for (String word : words) {
                if (sentence.item(i).hasLemma(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Position of the word that makes a verb one of speech; that of the verb when none does. */
    static int lastOf(OuterSentence sentence, int at, String lemma) {
        Set<String> words = WORDS.get(lemma);
        if (words == null) {
            return at;
        }
        for (int i = at + 1; i < sentence.size() && i <= at + REACH; i++) {
            Item item = sentence.item(i);
            if (item.boundary() || item.marked()) {
                return at;
            }
            for (String word : words) {
                if (item.hasLemma(word)) {
                    return i;
                }
            }
        }
        return at;
    }
}
