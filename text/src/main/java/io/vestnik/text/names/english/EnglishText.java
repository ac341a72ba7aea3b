/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;
import io.vestnik.text.lang.TokenKind;

/**
 * An English text as words: a possessive ending is told from its word, "U.S.", "J. K." and "Inc." are one word with
 * their stops, and what the lexicon says of a word is looked up once. Immutable.
 */
public final class EnglishText {
    /**
     * A word or mark.
     *
     * @param begin first code point
     * @param end one past the last code point, a possessive ending left out
     * @param fullEnd one past the last code point
     * @param text as written, without the possessive ending
     * @param key folded
     * @param bits what the lexicon says of it, see {@link EnglishLexicon}
     * @param word true for a word or number
     * @param capital true when the first letter is a capital
     * @param upper true when there are two letters or more, all of them capitals
     * @param starts true for the first word of a sentence, or one after a colon or an opening mark
     */
    public record Unit(
            int begin,
            int end,
            int fullEnd,
            String text,
            String key,
            int bits,
            boolean word,
            boolean capital,
            boolean upper,
            boolean starts) {
        /** Whether any of the bits is set. */
        public boolean is(int mask) {
            return (bits & mask) != 0;
        }

        /** Whether the unit is the mark or folded word. */
        public boolean is(String folded) {
            return key.equals(folded);
        }

        /** Whether it has a possessive ending of its own. */
        public boolean possessive() {
            return fullEnd > end;
        }
    }

    private static final String STOPPED =
            " inc ltd co corp bros st mt dr mr mrs ms prof gov sen rep gen col lt sgt capt jr sr vs no rev hon maj adm ";

    private final SourceText source;
    private final List<Unit> units;

    private EnglishText(SourceText source, List<Unit> units) {
        this.source = source;
        this.units = units;
    }

    /** Reads the words of a text in time linear in its length. */
    public static EnglishText of(SourceText source) {
        return new EnglishText(source, new Builder(source).build());
    }

    /** The text. */
    public SourceText source() {
        return source;
    }

    /** Number of units. */
    public int size() {
        return units.size();
    }

    /** The unit at an index. */
    public Unit unit(int index) {
        return units.get(index);
    }

    /** Index of the first unit that begins at the offset or later; the number of units when there is none. */
    public int unitAt(int offset) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.get(middle).begin() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class Builder {
        private final SourceText source;
        private final List<Token> tokens;
        private final EnglishLexicon lexicon = EnglishLexicon.get();
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private final List<Unit> units;
        private int sentence;
        private boolean starts = true;

        Builder(SourceText source) {
            this.source = source;
            this.tokens = source.tokens();
            this.units = new ArrayList<>(tokens.size());
        }

        List<Unit> build() {
            List<Span> sentences = source.sentences();
            int i = 0;
            while (i < tokens.size()) {
                Token token = tokens.get(i);
                while (sentence < sentences.size() && sentences.get(sentence).begin() <= token.begin()) {
                    sentence++;
                    starts = true;
                }
                i = token.isWord() || token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.OTHER
                        ? word(i)
                        : mark(i);
            }
            return List.copyOf(units);
        }

        private int mark(int i) {
            Token token = tokens.get(i);
            units.add(new Unit(
                    token.begin(),
                    token.end(),
                    token.end(),
                    token.text(),
                    token.text(),
                    0,
                    false,
                    false,
                    false,
                    false));
            int c = token.text().codePointAt(0);
            starts |= Chars.isQuoteMark(c) || c == ':' || c == '`' || c == 0x2018 || c == 0x2022 || c == '\'';
            return i + 1;
        }

        private int word(int i) {
            Token token = tokens.get(i);
            String text = token.text();
            int end = token.end();
            int next = i + 1;
            if (text.length() == 1 && token.capitalized() && stopAt(i + 1)) {
                next = i + 2;
                while (next + 1 < tokens.size()
                        && tokens.get(next).text().length() == 1
                        && tokens.get(next).capitalized()
                        && tokens.get(next).begin() == tokens.get(next - 1).end()
                        && stopAt(next + 1)) {
                    next += 2;
                }
                if (next == i + 2 && next < tokens.size() && !tokens.get(next).capitalized()) {
                    next = i + 1;
                } else {
                    end = tokens.get(next - 1).end();
                    text = source.slice(token.begin(), end);
                }
            } else if (token.capitalized()
                    && stopAt(i + 1)
                    && text.length() <= 4
                    && STOPPED.contains(" " + token.folded() + " ")) {
                next = i + 2;
                end = tokens.get(i + 1).end();
                text = source.slice(token.begin(), end);
            }
            int possessive = next == i + 1 ? possessive(token.text()) : 0;
            String written = possessive == 0 ? text : text.substring(0, text.length() - possessive);
            int fullEnd = end;
            if (possessive == 0 && next < tokens.size()) {
                fullEnd = detached(next, end);
                if (fullEnd > end) {
                    next++;
                }
            }
            String key = Chars.fold(written);
            if (key.endsWith(".") && key.indexOf('.') == key.length() - 1) {
                key = key.substring(0, key.length() - 1);
            }
            boolean capital = Character.isUpperCase(written.codePointAt(0));
            units.add(new Unit(
                    token.begin(),
                    end - possessive,
                    fullEnd,
                    written,
                    key,
                    bits(key),
                    token.kind() != TokenKind.OTHER || Character.isLetter(written.codePointAt(0)),
                    capital,
                    isUpper(written),
                    starts));
            starts = false;
            return next;
        }

        /** "the players’ union", "U.S.’s": the ending is a token of its own. */
        private int detached(int next, int end) {
            Token mark = tokens.get(next);
            int c = mark.text().codePointAt(0);
            boolean apostrophe = Chars.isApostrophe(c) && mark.text().length() == 1 && mark.begin() == end;
            return apostrophe
                            && c == 0x2019
                            && endsInS(tokens.get(next - 1))
                            && next + 1 < tokens.size()
                            && tokens.get(next + 1).isWord()
                    ? mark.end()
                    : end;
        }

        private static boolean endsInS(Token token) {
            return token.folded().endsWith("s");
        }

        private boolean stopAt(int i) {
            return i < tokens.size()
                    && tokens.get(i).text().equals(".")
                    && tokens.get(i).begin() == tokens.get(i - 1).end();
        }

        private int bits(String key) {
            Integer known = seen.get(key);
            if (known == null) {
                known = lexicon.bits(key);
                seen.put(key, known);
            }
            return known;
        }

        /** Length of the ending 's or ’s. */
        private static int possessive(String text) {
            int n = text.length();
            boolean ends = n > 2
                    && (text.charAt(n - 1) == 's' || text.charAt(n - 1) == 'S')
                    && Chars.isApostrophe(text.charAt(n - 2));
            return ends ? 2 : 0;
        }

        private static boolean isUpper(String text) {
            int capitals = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isLowerCase(c)) {
                    return false;
                }
                if (Character.isUpperCase(c)) {
                    capitals++;
                }
            }
            return capitals > 1;
        }
    }
}
