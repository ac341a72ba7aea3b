/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.WordBits;
import io.vestnik.text.lang.WordLists;

/**
 * What a word does in the phrases and clauses around a verb of speech: a set of bits by folded form, from the word lists
 * of {@code phrases.txt}.
 */
final class PhraseWords {
    /** Article. */
    static final int ARTICLE = 1;
    /** Pronoun that speaks. */
    static final int PRONOUN = 1 << 1;
    /** Subject of a plural verb that does not show it by its form. */
    static final int PLURAL = 1 << 2;
    /** Stands before a noun, so that no verb follows. */
    static final int BEFORE_NOUN = 1 << 3;
    /** Makes a passive of the participle that follows. */
    static final int PASSIVE = 1 << 4;
    /** Finite verb that any clause may have. */
    static final int AUXILIARY = 1 << 5;
    /** Leads to what a noun is of. */
    static final int PREPOSITION = 1 << 6;
    /** Ends the head of a phrase though it is no preposition. */
    static final int MODIFIER = 1 << 7;
    /** Begins an adjunct before the subject. */
    static final int ADJUNCT = 1 << 8;
    /** Begins the phrase of a speaker behind a verb of speech. */
    static final int OPENER = 1 << 9;
    /** Begins a reported clause that has no "that". */
    static final int CLAUSE = 1 << 10;
    /** Begins the setting of a saying: when, where, by what means. */
    static final int SETTING = 1 << 11;
    /** Ends the setting of a saying: a day, an occasion, a medium, who listens. */
    static final int OCCASION = 1 << 12;
    /** Shows that words in marks are a clause. */
    static final int PREDICATE = 1 << 13;
    /** Stands before the title of a work or a name in marks. */
    static final int WORK = 1 << 14;

    private static final int BOUND = 1 << 15;
    private static final int ONLY_BEFORE = 1 << 16;
    private static final int ONLY_AFTER = 1 << 17;

    /** Ends the head of a phrase: what follows says more of it. */
    static final int COMPLEMENT = PREPOSITION | MODIFIER;
    /** The phrase of a speaker before a verb of speech does not reach over it. */
    static final int BOUND_BEFORE = BOUND | ONLY_BEFORE;
    /** The phrase of a speaker behind a verb of speech does not reach over it. */
    static final int BOUND_AFTER = BOUND | ONLY_AFTER;

    private static final PhraseWords INSTANCE = new PhraseWords();

    private final WordBits words = new WordBits();

    private PhraseWords() {
        Map<String, Set<String>> lists = WordLists.read(PhraseWords.class, "phrases.txt");
        words.add(lists, "article", ARTICLE);
        words.add(lists, "pronoun", PRONOUN);
        words.add(lists, "plural", PLURAL);
        words.add(lists, "before-noun", BEFORE_NOUN);
        words.add(lists, "passive", PASSIVE);
        words.add(lists, "auxiliary", AUXILIARY);
        words.add(lists, "preposition", PREPOSITION);
        words.add(lists, "modifier", MODIFIER);
        words.add(lists, "adjunct", ADJUNCT);
        words.add(lists, "opener", OPENER);
        words.add(lists, "clause", CLAUSE);
        words.add(lists, "setting", SETTING);
        words.add(lists, "occasion", OCCASION);
        words.add(lists, "predicate", PREDICATE);
        words.add(lists, "work", WORK);
        words.add(lists, "bound", BOUND);
        words.add(lists, "bound-before", ONLY_BEFORE);
        words.add(lists, "bound-after", ONLY_AFTER);
    }

    static PhraseWords get() {
        return INSTANCE;
    }

    /** The bits of a folded word; 0 when no list has it. */
    int bits(String folded) {
        return words.of(folded);
    }
}
