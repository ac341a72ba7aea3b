/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Puts the stem in the place of a word: by the Russian stemmer when it has Cyrillic letters, else by the English one.
 *
 * <p>The Russian one takes an ending that a surname only seems to have: Петров loses -ов, Петровым -ым. So its stem is
 * taken of the stem again, and both are петр.
 */
final class StemFilter extends TokenFilter {
    /** News use few words often, and a stem costs more than a look-up. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private static final int MAX_KNOWN = 100_000;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final SnowballStemmer russian = new RussianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    StemFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String stem = KNOWN.get(word);
        if (stem == null) {
            stem = stem(word);
            if (KNOWN.size() >= MAX_KNOWN) {
                KNOWN.clear();
            }
            KNOWN.put(word, stem);
        }
        if (!stem.equals(word)) {
            term.setEmpty().append(stem);
        }
        return true;
    }

    private String stem(String word) {
        return word.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC)
                ? stem(russian, stem(russian, word))
                : stem(english, word);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
