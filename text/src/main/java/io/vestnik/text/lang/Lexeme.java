/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A written form without its context: what all tokens that are written alike have in common. The {@link Vocabulary}
 * keeps the lexemes of late; {@link LexemeNotes} keep with each what was found out of it. Thread-safe.
 */
public final class Lexeme {
    private static final @Nullable Object[] NO_NOTES = {};

    private final TokenKind kind;
    private final String text;
    private final String folded;
    private final int initial;
    private final boolean capitalized;
    private final boolean allCapitals;

    /** Replaced whole and never written, so that a thread sees one state or another, and at worst loses a note. */
    private @Nullable Object[] notes = NO_NOTES;

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
        @Nullable Object[] noted = notes;
        return slot < noted.length ? noted[slot] : null;
    }

    void note(int slot, Object note) {
        @Nullable Object[] noted = notes;
        @Nullable Object[] more = Arrays.copyOf(noted, Math.max(noted.length, slot + 1));
        more[slot] = note;
        notes = more;
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
