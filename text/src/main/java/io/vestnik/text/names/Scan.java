/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Lemmas;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/** One text under the rules: its tokens with what is known of each, and the spans found so far. Of one thread. */
final class Scan {
    final SourceText text;
    final List<Token> tokens;
    final Lexicon lexicon = Lexicon.get();
    private final Morphology morphology;
    private final Lemmas lemmas;
    private final @Nullable WordInfo[] infos;
    private final boolean[] sentenceStart;
    private final boolean[] shouting;
    private final @Nullable NameSpan[] spanOf;
    private @Nullable Set<String> lowerLemmas;
    private @Nullable Set<String> capitalsInside;

    Scan(SourceText text, Morphology morphology) {
        this.text = text;
        this.tokens = text.tokens();
        this.morphology = morphology;
        this.lemmas = new Lemmas(morphology);
        this.infos = new WordInfo[tokens.size()];
        this.sentenceStart = new boolean[tokens.size()];
        this.shouting = new boolean[tokens.size()];
        this.spanOf = new NameSpan[tokens.size()];
        markStarts();
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    WordInfo info(int i) {
        WordInfo info = infos[i];
        if (info == null) {
            info = WordInfos.of(tokens.get(i).folded(), morphology);
            infos[i] = info;
        }
        return info;
    }

    String lemma(int i) {
        return lemmas.lemma(tokens.get(i));
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

    /** A listed company, outlet or body. */
    boolean isListedOrg(int i) {
        return info(i).organization();
    }

    boolean hasDigit(int i) {
        return tokens.get(i).text().chars().anyMatch(Character::isDigit);
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
                && Chars.mayOpen(tokens.get(i - 1).text().codePointAt(0))
                && Chars.mayClose(tokens.get(i + 1).text().codePointAt(0));
    }

    /** Whether the article has another form of the word in lower case. */
    boolean isUsedAsWord(int i) {
        for (var reading : info(i).readings()) {
            if (!reading.isName() && lowerLemmas().contains(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    private Set<String> lowerLemmas() {
        if (lowerLemmas == null) {
            lowerLemmas = new LinkedHashSet<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (isLower(i)) {
                    lowerLemmas.add(lemma(i));
                }
            }
        }
        return lowerLemmas;
    }

    /** Whether a verb in the past or present follows, or the article has the word elsewhere in mid-sentence. */
    boolean isSaidToAct(int i) {
        if (capitalsInside().contains(Lexicon.stem(tokens.get(i).folded()))) {
            return true;
        }
        return isLower(i + 1)
                && nextWord(i + 1)
                && info(i + 1).readings().stream().anyMatch(r -> r.pos() == PartOfSpeech.VERB);
    }

    private Set<String> capitalsInside() {
        if (capitalsInside == null) {
            capitalsInside = new LinkedHashSet<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (isCapital(i) && !sentenceStart[i] && !standsInMarks(i)) {
                    capitalsInside.add(Lexicon.stem(tokens.get(i).folded()));
                }
            }
        }
        return capitalsInside;
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
        if (!inside(i) || !tokens.get(i).isWord()) {
            return false;
        }
        String written = tokens.get(i).text();
        int letters = 0;
        for (int k = 0; k < written.length(); k++) {
            char c = written.charAt(k);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isUpperCase(c)) {
                letters++;
            }
        }
        return letters >= 2;
    }

    boolean isLatin(int i) {
        return inside(i)
                && tokens.get(i).isWord()
                && Chars.isLatin(tokens.get(i).text().codePointAt(0));
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

    boolean isFree(int i) {
        return inside(i) && spanOf[i] == null;
    }

    boolean areFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFree(i)) {
                return false;
            }
        }
        return from < to;
    }

    boolean isOf(int i, EntityType type) {
        NameSpan span = spanAt(i);
        return span != null && span.type() == type;
    }

    /** The span that holds the token, or null. */
    @Nullable NameSpan spanAt(int i) {
        return inside(i) ? spanOf[i] : null;
    }

    void add(int from, int to, EntityType type, boolean generic) {
        NameSpan span = new NameSpan(from, to, type, generic);
        for (int i = from; i < to; i++) {
            spanOf[i] = span;
        }
    }

    void remove(NameSpan span) {
        for (int i = span.firstToken(); i < span.endToken(); i++) {
            spanOf[i] = null;
        }
    }

    List<NameSpan> spans() {
        List<NameSpan> found = new ArrayList<>();
        for (int i = 0; i < spanOf.length; i++) {
            NameSpan span = spanOf[i];
            if (span != null) {
                found.add(span);
                i = span.endToken() - 1;
            }
        }
        return found;
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
                int c = tokens.get(i - 1).text().codePointAt(0);
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
