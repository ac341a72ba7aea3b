/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The written forms that came up lately, each as one {@link Lexeme}, as a few thousand make up most of any text. A token
 * of a known form is found without making its string. Bounded and thread-safe. It only saves work: threads that meet in
 * it may lose a lexeme, never mix two up.
 */
final class Vocabulary {
    /** Neighbouring slots in which a form may stand; their hashes fill half a cache line. */
    private static final int WAYS = 8;

    private static final int SET_BITS = 13;

    /** Longer forms are addresses or nonsense and hardly come again. */
    private static final int LONGEST = 48;

    /** Single characters, which most marks are, below this. */
    private static final int SINGLES = 0x2100;

    private static final Vocabulary SHARED = new Vocabulary();

    /** Hashes of the forms in the slots, so that a form that is another is mostly told without looking at it. */
    private final int[] hashes = new int[WAYS << SET_BITS];

    private final AtomicReferenceArray<@Nullable Lexeme> lexemes = new AtomicReferenceArray<>(WAYS << SET_BITS);
    private final AtomicReferenceArray<@Nullable Lexeme> singles = new AtomicReferenceArray<>(SINGLES);

    /** The vocabulary of the process. */
    static Vocabulary shared() {
        return SHARED;
    }

    /**
     * The lexeme of a stretch of a text.
     *
     * @param codePoints the text
     * @param begin first code point of the stretch
     * @param end one past its last code point
     * @param kind kind of the token
     */
    Lexeme of(int[] codePoints, int begin, int end, TokenKind kind) {
        if (end - begin == 1 && codePoints[begin] < SINGLES) {
            return single(codePoints[begin], kind);
        }
        if (end - begin > LexemeKey.LONGEST) {
            return unpacked(codePoints, begin, end, kind);
        }
        long first = LexemeKey.first(codePoints, begin, end, kind);
        long second = LexemeKey.second(codePoints, begin, end);
        long third = LexemeKey.third(codePoints, begin, end);
        if ((first | second | third) < 0) {
            return unpacked(codePoints, begin, end, kind);
        }
        int hash = LexemeKey.hash(first, second, third);
        int set = set(hash);
        for (int slot = set; slot < set + WAYS; slot++) {
            if (hashes[slot] == hash) {
                Lexeme lexeme = lexemes.getAcquire(slot);
                if (lexeme != null && lexeme.has(first, second, third)) {
                    return lexeme;
                }
            }
        }
        Lexeme lexeme = new Lexeme(kind, new String(codePoints, begin, end - begin), first, second, third);
        put(set, hash, lexeme);
        return lexeme;
    }

    /** Of a form that is told by its string alone. */
    private Lexeme unpacked(int[] codePoints, int begin, int end, TokenKind kind) {
        String text = new String(codePoints, begin, end - begin);
        int hash = LexemeKey.hash(text.hashCode(), 0, 0);
        int set = set(hash);
        for (int slot = set; slot < set + WAYS; slot++) {
            if (hashes[slot] == hash) {
                Lexeme lexeme = lexemes.getAcquire(slot);
                if (lexeme != null && lexeme.kind() == kind && lexeme.text().equals(text)) {
                    return lexeme;
                }
            }
        }
        Lexeme lexeme = new Lexeme(kind, text);
        if (end - begin <= LONGEST) {
            put(set, hash, lexeme);
        }
        return lexeme;
    }

    private Lexeme single(int c, TokenKind kind) {
        Lexeme lexeme = singles.getAcquire(c);
        if (lexeme == null || lexeme.kind() != kind) {
            lexeme = new Lexeme(kind, Character.toString(c));
            singles.setRelease(c, lexeme);
        }
        return lexeme;
    }

    private static int set(int hash) {
        return (hash >>> (Integer.SIZE - SET_BITS)) * WAYS;
    }

    /** What was put longest ago makes place. */
    private void put(int set, int hash, Lexeme lexeme) {
        for (int slot = set + WAYS - 1; slot > set; slot--) {
            lexemes.setRelease(slot, lexemes.getAcquire(slot - 1));
            hashes[slot] = hashes[slot - 1];
        }
        lexemes.setRelease(set, lexeme);
        hashes[set] = hash;
    }
}
