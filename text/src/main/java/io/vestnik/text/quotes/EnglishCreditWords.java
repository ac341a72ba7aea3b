/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.WordBits;
import io.vestnik.text.lang.WordLists;

/**
 * What an English word does beside the name of a cited outlet: a set of bits by folded form, from the word lists of
 * {@code credits-en.txt}.
 */
final class EnglishCreditWords {
    /** Noun for an outlet: newspaper, agency. */
    static final int TRADE = 1;
    /** Stands before the name of an outlet or a noun for one. */
    static final int ATTRIBUTE = 1 << 1;
    /** Has the outlet as its object: told, citing. */
    static final int OBJECT = 1 << 2;
    /** After an outlet: it passes something on. */
    static final int RELAY = 1 << 3;
    /** After an outlet: it, or somebody who speaks for it, says something. */
    static final int SAY = 1 << 4;
    /** Sum of money that a business earns or loses. */
    static final int AMOUNT = 1 << 5;
    /** Stands between an outlet and its verb. */
    static final int ASIDE = 1 << 6;

    private static final int BEFORE_TO = 1 << 7;
    private static final int BEFORE_BY = 1 << 8;
    private static final int BEFORE_IN = 1 << 9;
    private static final int BEFORE_WITH = 1 << 10;
    private static final int BEFORE_FROM = 1 << 11;
    private static final int BEFORE_COLON = 1 << 12;

    private static final WordBits WORDS = read();

    private EnglishCreditWords() {}

    /** Whether a folded word has one of the bits. */
    static boolean is(String folded, int mask) {
        return (WORDS.of(folded) & mask) != 0;
    }

    /** Whether a folded word and the preposition or colon after it lead to an outlet: "according to", "reported by". */
    static boolean leads(String folded, String joint) {
        int mask =
                switch (joint) {
                    case "to" -> BEFORE_TO;
                    case "by" -> BEFORE_BY;
                    case "in" -> BEFORE_IN;
                    case "with" -> BEFORE_WITH;
                    case "from" -> BEFORE_FROM;
                    case ":" -> BEFORE_COLON;
                    default -> 0;
                };
        return mask != 0 && is(folded, mask);
    }

    private static WordBits read() {
        Map<String, Set<String>> lists = WordLists.read(EnglishCreditWords.class, "credits-en.txt");
        WordBits words = new WordBits();
        words.add(lists, "trade", TRADE);
        words.add(lists, "attribute", ATTRIBUTE);
        words.add(lists, "object", OBJECT);
        words.add(lists, "relay", RELAY);
        words.add(lists, "say", SAY);
        words.add(lists, "amount", AMOUNT);
        words.add(lists, "aside", ASIDE);
        words.add(lists, "before-to", BEFORE_TO);
        words.add(lists, "before-by", BEFORE_BY);
        words.add(lists, "before-in", BEFORE_IN);
        words.add(lists, "before-with", BEFORE_WITH);
        words.add(lists, "before-from", BEFORE_FROM);
        words.add(lists, "before-colon", BEFORE_COLON);
        return words;
    }
}
