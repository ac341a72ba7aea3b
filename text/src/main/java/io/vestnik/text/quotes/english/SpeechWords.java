/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.WordLists;

/** What a word does in reporting speech: a set of bits by folded form. */
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

    /** Any verb of speech. */
    static final int VERB = BARE | THAT | BESIDE | JUDGE;

    private static final SpeechWords INSTANCE = new SpeechWords();

    private final Map<String, Integer> bits = new LinkedHashMap<>();

    private SpeechWords() {
        Map<String, Set<String>> lists = WordLists.read(SpeechWords.class, "speech.txt");
        add(lists, "bare", BARE);
        add(lists, "that", THAT);
        add(lists, "beside", BESIDE);
        add(lists, "judge", JUDGE);
        add(lists, "noun", NOUN);
        add(lists, "document", DOCUMENT);
        add(lists, "between", BETWEEN);
        add(lists, "body", BODY);
        add(lists, "epithet", EPITHET);
    }

    static SpeechWords get() {
        return INSTANCE;
    }

    int bits(String folded) {
        return bits.getOrDefault(folded, 0);
    }

    private void add(Map<String, Set<String>> lists, String section, int bit) {
        for (String word : WordLists.section(lists, section)) {
            bits.merge(word, bit, (a, b) -> a | b);
        }
    }
}
