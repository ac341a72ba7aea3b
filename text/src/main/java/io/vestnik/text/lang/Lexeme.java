/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import org.jspecify.annotations.Nullable;

/**
 * A written form without its context: what all tokens that are written alike have in common. The {@link Vocabulary}
 * keeps the lexemes of late; {@link LexemeNotes} keep with each what was found out of it. Thread-safe.
 */
public final class Lexeme {
    /** How many readers can keep notes. */
    static final int PLACES = 6;

    private final TokenKind kind;
    private final String text;
    private final String folded;
    private final int initial;
    private final boolean capitalized;
    private final boolean allCapitals;

    // Fields, not an array: a note is asked for at every token, and each step to it may miss the cache.
    private @Nullable Object note0;
    private @Nullable Object note1;
    private @Nullable Object note2;
    private @Nullable Object note3;
    private @Nullable Object note4;
    private @Nullable Object note5;

    /** Its {@link LexemeKey}; negative when it has none. */
    private final long first;

    private final long second;
    private final long third;

    /** A form without a key. */
    Lexeme(TokenKind kind, String text) {
        this(kind, text, -1, -1, -1);
    }

    /** A form with its {@link LexemeKey}. */
    Lexeme(TokenKind kind, String text, long first, long second, long third) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.kind = kind;
        this.text = text;
        this.folded = kind == TokenKind.PUNCTUATION ? text : Chars.fold(text);
        this.initial = text.codePointAt(0);
        this.capitalized = Character.isUpperCase(initial);
        this.allCapitals = isAllCapitals(text);
    }

    private static boolean isAllCapitals(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 2;
    }

    boolean has(long first, long second, long third) {
        return this.first == first && this.second == second && this.third == third;
    }

    /** Kind of its tokens. */
    public TokenKind kind() {
        return kind;
    }

    /** The form as written. */
    public String text() {
        return text;
    }

    /** The form in lower case, ё as е, without stress marks and soft hyphens: what lexicons are looked up with. */
    public String folded() {
        return folded;
    }

    /** Its first code point, as written. */
    public int initial() {
        return initial;
    }

    /** True when the first letter is a capital. */
    public boolean capitalized() {
        return capitalized;
    }

    /** True when it has two letters or more, all of them capitals. */
    public boolean allCapitals() {
        return allCapitals;
    }

    @Nullable Object note(int slot) {
        return switch (slot) {
            case 0 -> note0;
            case 1 -> note1;
            case 2 -> note2;
            case 3 -> note3;
            case 4 -> note4;
            case 5 -> note5;
            default -> throw new IndexOutOfBoundsException("a lexeme has no place " + slot + " for notes");
        };
    }

    void note(int slot, Object note) {
        switch (slot) {
            case 0 -> note0 = note;
            case 1 -> note1 = note;
            case 2 -> note2 = note;
            case 3 -> note3 = note;
            case 4 -> note4 = note;
            case 5 -> note5 = note;
            default -> throw new IndexOutOfBoundsException("a lexeme has no place " + slot + " for notes");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lexeme lexeme && kind == lexeme.kind && text.equals(lexeme.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + text;
    }
}
