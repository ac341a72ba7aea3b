/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into tokens by hand-written scanning. Every code point that is not white space is in exactly one token.
 *
 * <p>A word is a run of letters and digits with at least one letter, with inner hyphens and apostrophes; web and mail
 * addresses are one token of kind {@link TokenKind#OTHER}.
 */
public final class Tokenizer {
    /** A word or number longer than this is cut, so that a lookup of one token has bounded cost. */
    static final int MAX_TOKEN = 256;

    private static final Set<String> DOMAINS = Set.of(
            "ru", "com", "org", "net", "info", "su", "рф", "ua", "by", "kz", "de", "fr", "uk", "tv", "io", "me", "fm",
            "eu", "edu", "gov", "biz", "online", "news", "cn", "us", "рус");

    private final int[] text;
    private final Vocabulary vocabulary = Vocabulary.shared();
    private final List<Token> tokens;

    private Tokenizer(int[] text) {
        this.text = text;
        this.tokens = new ArrayList<>(text.length / 5 + 4);
    }

    /**
     * Cuts a text into tokens.
     *
     * @param codePoints the text
     */
    static List<Token> tokenize(int[] codePoints) {
        Tokenizer tokenizer = new Tokenizer(codePoints);
        tokenizer.run();
        return List.copyOf(tokenizer.tokens);
    }

    private void run() {
        int at = 0;
        while (at < text.length) {
            int c = text[at];
            int kinds = CharKinds.of(c);
            if ((kinds & CharKinds.SPACE) != 0) {
                at++;
            } else if ((kinds & CharKinds.WORD) != 0) {
                at = wordOrNumber(at);
            } else {
                at = sign(at, c, (kinds & CharKinds.PUNCTUATION) != 0);
            }
        }
    }

    private int wordOrNumber(int begin) {
        int at = begin;
        int limit = Math.min(text.length, begin + MAX_TOKEN);
        int seen = 0;
        int kinds = 0;
        while (at < limit && ((kinds = CharKinds.of(text[at])) & CharKinds.WORD) != 0) {
            seen |= kinds;
            at++;
        }
        if ((kinds & CharKinds.ADDRESS) != 0) {
            int address = address(begin);
            if (address > begin) {
                add(begin, address, TokenKind.OTHER);
                return address;
            }
        }
        boolean letters = (seen & CharKinds.LETTER) != 0;
        if (at < limit && (kinds & (CharKinds.JOINT | CharKinds.INSIDE_WORD)) != 0) {
            return joined(begin, at, limit, letters);
        }
        add(begin, at, letters ? TokenKind.WORD : TokenKind.NUMBER);
        return at;
    }

    /** Goes on with a word or number past a character that may join it to what follows. */
    private int joined(int begin, int joint, int limit, boolean lettersBefore) {
        boolean letters = lettersBefore;
        int at = joint;
        while (at < limit) {
            int c = text[at];
            if (isWordChar(c)) {
                letters |= !isDigit(c);
                at++;
            } else if (Chars.isInsideWord(c) || (at + 1 < limit && isInner(at, c, letters))) {
                at++;
            } else {
                break;
            }
        }
        add(begin, at, letters ? TokenKind.WORD : TokenKind.NUMBER);
        return at;
    }

    /** Whether the character joins what stands before and after it to one token. */
    private boolean isInner(int at, int c, boolean letters) {
        int next = text[at + 1];
        if (Chars.isHyphen(c)) {
            // 10-12 is a range: two numbers; 80-летие and Ту-154 are words.
            return isWordChar(next) && (letters || !isDigit(next));
        }
        if (Chars.isApostrophe(c)) {
            return letters && isLetter(next);
        }
        return !letters && isDigit(next) && (c == '.' || c == ',' || c == ':');
    }

    private int sign(int begin, int c, boolean punctuation) {
        int end = begin + 1;
        if (c == '.' || c == '!' || c == '?' || c == 0x2026) {
            while (end < text.length && isTerminal(text[end]) && (c != '.' || text[end] == '.')) {
                end++;
            }
        } else if ((c == '`' || c == '\'') && end < text.length && text[end] == c) {
            end++;
        } else if (!punctuation) {
            // Joined emoji and letters with marks of their own stay whole.
            while (end < text.length
                    && (Chars.isInsideWord(text[end]) || (text[end] >= 0xFE00 && text[end] <= 0xFE0F))) {
                end++;
            }
        }
        add(begin, Math.min(end, begin + MAX_TOKEN), punctuation ? TokenKind.PUNCTUATION : TokenKind.OTHER);
        return Math.min(end, begin + MAX_TOKEN);
    }

    /** The end of a web or mail address that begins here; the beginning itself when there is none. */
    private int address(int begin) {
        int c = text[begin];
        if (begin > 0 && isWordChar(text[begin - 1])) {
            return begin;
        }
        if (!Chars.isLatin(c) && !isDigit(c) && !Chars.isCyrillic(c)) {
            return begin;
        }
        int end = begin;
        int limit = Math.min(text.length, begin + MAX_TOKEN);
        boolean dot = false;
        boolean mark = false;
        while (end < limit) {
            int x = text[end];
            if (x == '.' || x == '/' || x == '@' || x == ':') {
                boolean goesOn =
                        end + 1 < limit && (isAddressChar(text[end + 1]) || (x != '.' && text[end + 1] == '/'));
                if (!goesOn) {
                    break;
                }
                dot |= x == '.';
                mark |= x == '@' || (x == '/' && end > begin && text[end - 1] == '/');
            } else if (!isAddressChar(x) && !(mark && (x == '?' || x == '=' || x == '&' || x == '%' || x == '#'))) {
                break;
            }
            end++;
        }
        while (end > begin && !isWordChar(text[end - 1]) && text[end - 1] != '/') {
            end--;
        }
        if (!dot) {
            return begin;
        }
        if (mark) {
            return end;
        }
        return isHost(begin, end) ? end : begin;
    }

    /** Whether the stretch is a host name, maybe with a path: its last label before a slash is a known domain. */
    private boolean isHost(int begin, int end) {
        int stop = begin;
        int dot = -1;
        boolean letters = false;
        while (stop < end && text[stop] != '/' && text[stop] != ':') {
            if (text[stop] == '.') {
                dot = stop;
            } else {
                letters |= isLetter(text[stop]);
            }
            stop++;
        }
        if (dot < 0 || !letters || stop - dot > 8 || dot - begin < 2) {
            return false;
        }
        return DOMAINS.contains(Chars.fold(new String(text, dot + 1, stop - dot - 1)));
    }

    private void add(int begin, int end, TokenKind kind) {
        tokens.add(new Token(begin, end, vocabulary.of(text, begin, end, kind)));
    }

    private static boolean isAddressChar(int c) {
        return isWordChar(c) || c == '-' || c == '_' || c == '~' || c == '+';
    }

    private static boolean isTerminal(int c) {
        return c == '.' || c == '!' || c == '?' || c == 0x2026;
    }

    private static boolean isWordChar(int c) {
        return CharKinds.is(c, CharKinds.WORD);
    }

    private static boolean isLetter(int c) {
        return CharKinds.is(c, CharKinds.LETTER);
    }

    private static boolean isDigit(int c) {
        return CharKinds.is(c, CharKinds.DIGIT);
    }
}
