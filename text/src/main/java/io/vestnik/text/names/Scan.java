/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

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
    private final int[] marks;

    Scan(SourceText text, WordForms forms) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = forms.of(tokens);
        this.traits = new WordTraits[words.length];
        for (int i = 0; i < words.length; i++) {
            traits[i] = words[i].traits();
        }
        this.marks = TokenMarks.of(text, traits);
    }

    int size() {
        return marks.length;
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
        return mayOpen(i - 1) && mayClose(i + 1);
    }

    boolean inside(int i) {
        return i >= 0 && i < marks.length;
    }

    boolean startsSentence(int i) {
        return is(i, TokenMarks.STARTS);
    }

    /** Whether the token stands in a line of capitals only, where capitals tell nothing. */
    boolean shouts(int i) {
        return is(i, TokenMarks.SHOUTS);
    }

    boolean isPunctuation(int i, char c) {
        return inside(i)
                && tokens.get(i).text().length() == 1
                && tokens.get(i).text().charAt(0) == c;
    }

    boolean isWord(int i) {
        return is(i, Writing.WORD);
    }

    /** A mark that opens a quotation, or may. */
    boolean mayOpen(int i) {
        return is(i, Writing.OPENS);
    }

    /** A mark that closes a quotation, or may. */
    boolean mayClose(int i) {
        return is(i, Writing.CLOSES);
    }

    /** A word that begins with a capital letter, Cyrillic. */
    boolean isCapital(int i) {
        return is(i, Writing.CAPITAL);
    }

    boolean isLower(int i) {
        return is(i, Writing.LOWER);
    }

    /** At least two letters, all of them capitals. */
    boolean isAllCapitals(int i) {
        return is(i, Writing.ALL_CAPITALS);
    }

    boolean isLatin(int i) {
        return is(i, Writing.LATIN);
    }

    /** A single capital letter: an initial, when a full stop follows. */
    boolean isInitial(int i) {
        return isCapital(i) && !is(i, Writing.LONG) && isPunctuation(i + 1, '.');
    }

    /** Whether only spaces stand between token i - 1 and token i. */
    boolean follows(int i) {
        return is(i, TokenMarks.FOLLOWS);
    }

    /** Whether token i follows token i - 1 after white space, as the next word of a phrase. */
    boolean nextWord(int i) {
        return is(i, TokenMarks.NEXT_WORD);
    }

    private boolean is(int i, int mark) {
        return inside(i) && (marks[i] & mark) != 0;
    }
}
