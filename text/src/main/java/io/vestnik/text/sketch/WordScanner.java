/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Lexeme;
import io.vestnik.text.lang.SourceText;

/**
 * Cuts a text into folded words: runs of letters and digits. Hyphens and dashes part words, so that their many forms
 * cannot tell two copies apart; a comma or full stop between digits does not. Time is linear in the length.
 */
public final class WordScanner {
    private static final int LONGEST_ENTITY = 8;
    private static final Set<String> SEPARATING_ENTITIES = Set.of(
            "nbsp", "quot", "laquo", "raquo", "mdash", "ndash", "amp", "lt", "gt", "ldquo", "rdquo", "bdquo", "lsquo",
            "rsquo", "hellip", "apos", "minus", "thinsp", "ensp", "emsp");
    private static final List<String> OPENING_ENTITIES = List.of("&quot;", "&laquo;", "&ldquo;", "&bdquo;", "&lsquo;");
    private static final String OPENERS = "\"«“„‘'([{";

    private final String text;
    private final @Nullable ReadTokens tokens;
    private final List<FoldedWord> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean opens = true;
    private int begin;

    private WordScanner(String text, @Nullable ReadTokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Gives the words of a text in their order. */
    public static List<FoldedWord> scan(String text) {
        return scan(text, null);
    }

    /** Gives the words of a text whose tokens have been read; the same as of the text alone. */
    static List<FoldedWord> scan(SourceText source) {
        return scan(source.string(), new ReadTokens(source));
    }

    /** Gives the words of a text some of which have been read as tokens. */
    static List<FoldedWord> scan(String text, @Nullable ReadTokens tokens) {
        WordScanner scanner = new WordScanner(text, tokens);
        scanner.run();
        return scanner.words;
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((WordLetters.kinds(c) & WordLetters.WORD) != 0) {
                i = word(i);
            } else if (Character.isHighSurrogate(c) && Chars.isLetterOrDigit(text.codePointAt(i))) {
                begin = i;
                i = goOn(i);
            } else {
                i = betweenWords(i, c);
            }
        }
    }

    /** Reads the word that begins here; gives where it has ended. */
    private int word(int from) {
        int i = from;
        int some = 0;
        int all = -1;
        while (i < text.length()) {
            int kinds = WordLetters.kinds(text.charAt(i));
            if ((kinds & WordLetters.WORD) == 0) {
                break;
            }
            some |= kinds;
            all &= kinds;
            i++;
        }
        begin = from;
        if (i < text.length() && mayGoOn(text.charAt(i), text.charAt(i - 1))) {
            word.append(text, from, i);
            return goOn(i);
        }
        if (WordLetters.mixes(some)) {
            close(text.substring(from, i), i);
        } else {
            Lexeme lexeme = tokens != null && (all & WordLetters.PLAIN) != 0 ? tokens.lexeme(from, i) : null;
            String folded = lexeme == null ? fold(text.substring(from, i)) : lexeme.folded();
            add(text.charAt(from), folded, i, isNumber(some), lexeme);
        }
        return i;
    }

    private static boolean isNumber(int kinds) {
        return (kinds & WordLetters.DIGIT) != 0;
    }

    /** Whether the character may be anything but an end of the word before it. */
    private static boolean mayGoOn(char c, char last) {
        if (c == ',' || c == '.') {
            return Character.isDigit(last);
        }
        return c != ' ' && (c == '&' || isInvisible(c) || Character.isHighSurrogate(c));
    }

    /** Reads on where more than letters and digits may belong to the word. */
    private int goOn(int from) {
        int i = from;
        int lastInWord = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            int entity = c == '&' ? entityEnd(i) : -1;
            if (Chars.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                i += width;
                lastInWord = i;
            } else if (isInvisible(c) || isSoftHyphen(i, entity)) {
                if (isMark(c)) {
                    word.appendCodePoint(c);
                    lastInWord = i + width;
                }
                i = entity > 0 ? entity : i + width;
            } else if (partsDecimals(c, i)) {
                word.append('.');
                i += width;
            } else {
                break;
            }
        }
        close(word.toString(), lastInWord);
        word.setLength(0);
        return i;
    }

    private int betweenWords(int i, char c) {
        int entity = c == '&' ? entityEnd(i) : -1;
        opens |= c != ' ' && ("\n.!?…:".indexOf(c) >= 0 || OPENERS.indexOf(c) >= 0 || (entity > 0 && opensHere(i)));
        return entity > 0 ? entity : i + 1;
    }

    private void close(String raw, int end) {
        String written = LookAlikes.unify(raw);
        String folded = fold(written);
        add(written.codePointAt(0), folded, end, hasDigit(folded), null);
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void add(int first, String folded, int end, boolean number, @Nullable Lexeme lexeme) {
        words.add(new FoldedWord(begin, end, folded, Character.isUpperCase(first), opens, number, lexeme));
        opens = false;
    }

    /** Folds one written word: lower case, ё as е, composed й, no marks. */
    static String fold(String written) {
        for (int i = 0; i < written.length(); i++) {
            if ((WordLetters.kinds(written.charAt(i)) & WordLetters.PLAIN) == 0) {
                return foldMarks(written);
            }
        }
        return Chars.fold(written);
    }

    private static String foldMarks(String written) {
        StringBuilder folded = new StringBuilder(written.length());
        String lower = written.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            int last = folded.length() - 1;
            if (c == 'ё') {
                folded.append('е');
            } else if (c == '\u0306' && last >= 0 && folded.charAt(last) == 'и') {
                folded.setCharAt(last, 'й');
            } else if (!isMark(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private boolean partsDecimals(int c, int at) {
        return (c == ',' || c == '.')
                && Character.isDigit(word.charAt(word.length() - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isMark(int c) {
        return c >= '\u0300' && c <= '\u036f';
    }

    private static boolean isInvisible(int c) {
        return isMark(c) || c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufeff';
    }

    private boolean opensHere(int at) {
        return OPENING_ENTITIES.stream().anyMatch(entity -> text.startsWith(entity, at));
    }

    private boolean isSoftHyphen(int at, int entityEnd) {
        return entityEnd > 0 && text.startsWith("&shy;", at);
    }

    /** One past the semicolon of an HTML entity that starts here and stands for no letter; -1 if there is none. */
    private int entityEnd(int at) {
        int semicolon = at;
        int limit = Math.min(text.length(), at + LONGEST_ENTITY + 1);
        while (semicolon < limit && text.charAt(semicolon) != ';') {
            semicolon++;
        }
        if (semicolon == limit) {
            return -1;
        }
        String name = text.substring(at + 1, semicolon);
        boolean known = SEPARATING_ENTITIES.contains(name) || "shy".equals(name) || name.startsWith("#");
        return known ? semicolon + 1 : -1;
    }
}
