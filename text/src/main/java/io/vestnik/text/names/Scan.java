/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/** The tokens of one text with what is known of each, and where they stand. Of one thread. */
final class Scan {
    final SourceText text;
    final List<Token> tokens;
    final Lexicon lexicon = Lexicon.get();
    private final WordForms.Form[] words;
    private final WordTraits[] traits;
    private final boolean[] sentenceStart;
    private final boolean[] shouting;

    Scan(SourceText text, WordForms forms) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = forms.of(tokens);
        this.traits = new WordTraits[words.length];
        for (int i = 0; i < words.length; i++) {
            traits[i] = words[i].traits();
        }
        this.sentenceStart = new boolean[tokens.size()];
        this.shouting = new boolean[tokens.size()];
        markStarts();
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    WordForms.Form[] words() {
        return words;
    }

    WordInfo info(int i) {
        return words[i].info();
    }

    /** The traits of all tokens in order; not to be changed. */
    WordTraits[] traits() {
        return traits;
    }

    WordTraits traits(int i) {
        return traits[i];
    }

    /** The dictionary form, folded; the folded word when it is unknown. */
    String lemma(int i) {
        return words[i].lemma();
    }

    boolean has(int i, Trait trait) {
        return inside(i) && traits[i].has(trait);
    }

    /** Whether a section of the lexicon has the token as a noun that is no name. */
    boolean nounIn(int i, String section) {
        return inside(i)
                && tokens.get(i).isWord()
                && info(i).isNounIn(section, tokens.get(i).folded(), lemma(i), lexicon);
    }

    /** The dictionary form of a common-noun institution. */
    String genericLemma(int i) {
        for (var reading : info(i).readings()) {
            if (lexicon.has("generic-orgs", reading.lemma())) {
                return reading.lemma();
            }
        }
        return lemma(i);
    }

    /** A country, region or great city, which no person is called after. */
    boolean isKnownPlace(int i) {
        String place = info(i).place();
        return place != null
                && (lexicon.isCountry(place) || (lexicon.has("places", place) && !info(i).givenByDictionary()));
    }

    /** An adjective before a noun in lower case that it agrees with: «Московскому времени». */
    boolean isAttribute(int i) {
        if (!inside(i + 1) || !tokens.get(i + 1).isWord() || !nextWord(i + 1)) {
            return false;
        }
        WordInfo next = info(i + 1);
        if (isCapital(i + 1) && (next.given() || next.surname())) {
            return false;
        }
        WordInfo info = info(i);
        for (var noun : info(i + 1).readings()) {
            if (noun.pos() == PartOfSpeech.NOUN && !noun.isName() && info.mayAgreeWith(noun)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the token is all that stands between two marks of quotation. */
    boolean standsInMarks(int i) {
        return inside(i - 1)
                && inside(i + 1)
                && Chars.mayOpen(tokens.get(i - 1).initial())
                && Chars.mayClose(tokens.get(i + 1).initial());
    }

    boolean inside(int i) {
        return i >= 0 && i < tokens.size();
    }

    boolean startsSentence(int i) {
        return sentenceStart[i];
    }

    /** Whether the token stands in a line of capitals only, where capitals tell nothing. */
    boolean shouts(int i) {
        return shouting[i];
    }

    boolean isPunctuation(int i, char c) {
        return inside(i)
                && tokens.get(i).text().length() == 1
                && tokens.get(i).text().charAt(0) == c;
    }

    /** A word that begins with a capital letter, Cyrillic. */
    boolean isCapital(int i) {
        return inside(i)
                && tokens.get(i).isWord()
                && tokens.get(i).capitalized()
                && Chars.isCyrillic(tokens.get(i).text().charAt(0));
    }

    boolean isLower(int i) {
        return inside(i) && tokens.get(i).isWord() && !tokens.get(i).capitalized();
    }

    /** At least two letters, all of them capitals. */
    boolean isAllCapitals(int i) {
        return inside(i) && tokens.get(i).isWord() && tokens.get(i).lexeme().allCapitals();
    }

    boolean isLatin(int i) {
        return inside(i)
                && tokens.get(i).isWord()
                && Chars.isLatin(tokens.get(i).initial());
    }

    /** A single capital letter: an initial, when a full stop follows. */
    boolean isInitial(int i) {
        return isCapital(i) && tokens.get(i).text().length() == 1 && isPunctuation(i + 1, '.');
    }

    /** Whether only spaces stand between token i - 1 and token i. */
    boolean follows(int i) {
        if (i < 1 || i >= tokens.size()) {
            return false;
        }
        int from = tokens.get(i - 1).end();
        int to = tokens.get(i).begin();
        for (int at = from; at < to; at++) {
            if (Chars.isLineBreak(text.codePointAt(at))) {
                return false;
            }
        }
        return to - from <= 3;
    }

    /** Whether token i follows token i - 1 after white space, as the next word of a phrase. */
    boolean nextWord(int i) {
        return follows(i) && tokens.get(i - 1).end() < tokens.get(i).begin();
    }

    private void markStarts() {
        for (Span sentence : text.sentences()) {
            int first = text.tokenAt(sentence.begin());
            int end = text.tokenAt(sentence.end());
            int at = first;
            while (at < end && !tokens.get(at).isWord()) {
                at++;
            }
            if (at < end) {
                sentenceStart[at] = true;
            }
            markShouting(first, end);
            for (int i = first + 1; i < end; i++) {
                // Words in marks and after a colon begin with a capital of their own.
                int c = tokens.get(i - 1).initial();
                boolean opens = Chars.mayOpen(c) || c == ':' || c == '|';
                sentenceStart[i] |= opens && tokens.get(i).isWord();
            }
        }
    }

    private void markShouting(int first, int end) {
        int capitals = 0;
        int words = 0;
        for (int i = first; i < end; i++) {
            if (tokens.get(i).isWord() && tokens.get(i).text().length() > 1) {
                words++;
                capitals += isAllCapitals(i) ? 1 : 0;
            }
        }
        if (words >= 3 && capitals * 10 >= words * 7) {
            for (int i = first; i < end; i++) {
                shouting[i] = true;
            }
        }
    }
}
