/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.WordBits;
import io.vestnik.text.lang.WordLists;

/** What a word does in reporting speech: a set of bits by folded form, from the word lists of {@code speech.txt}. */
final class SpeechWords {
    /** Verb that takes a clause without "that". */
    static final int BARE = 1;
    /** Verb that takes a clause with "that", or words in marks. */
    static final int THAT = 1 << 1;
    /** Verb that stands beside words in marks only. */
    static final int BESIDE = 1 << 2;
    /** Verb that judges something in words that are quoted. */
    static final int JUDGE = 1 << 3;
    /** Noun of speech. */
    static final int NOUN = 1 << 4;
    /** What a body or person speaks through. */
    static final int DOCUMENT = 1 << 5;
    /** Stands between a subject and its verb. */
    static final int BETWEEN = 1 << 6;
    /** Noun of a body that speaks. */
    static final int BODY = 1 << 7;
    /** Noun for a person that the article names otherwise. */
    static final int EPITHET = 1 << 8;

    /** Noun for a body that the article names otherwise. */
    static final int COMPANY = 1 << 9;
    /** Noun for a woman. */
    static final int WOMAN = 1 << 10;
    /** Noun for a man. */
    static final int MAN = 1 << 11;

    /** Any verb of speech. */
    static final int VERB = BARE | THAT | BESIDE | JUDGE;

    private static final SpeechWords INSTANCE = new SpeechWords();

    private final WordBits words = new WordBits();

    private SpeechWords() {
        Map<String, Set<String>> lists = WordLists.read(SpeechWords.class, "speech.txt");
        words.add(lists, "bare", BARE);
        words.add(lists, "that", THAT);
        words.add(lists, "beside", BESIDE);
        words.add(lists, "judge", JUDGE);
        words.add(lists, "noun", NOUN);
        words.add(lists, "document", DOCUMENT);
        words.add(lists, "between", BETWEEN);
        words.add(lists, "body", BODY);
        words.add(lists, "epithet", EPITHET);
        words.add(lists, "company", COMPANY);
        words.add(lists, "woman", WOMAN);
        words.add(lists, "man", MAN);
    }

    static SpeechWords get() {
        return INSTANCE;
    }

    /** The bits of a folded word; 0 when no list has it. */
    int bits(String folded) {
        return words.of(folded);
    }
}
