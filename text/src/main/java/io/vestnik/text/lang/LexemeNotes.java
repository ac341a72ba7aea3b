/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * What one reader of written forms has found out of each, kept with the {@link Lexeme} itself, so that a later token of
 * the same form costs no look-up. It only saves work: a note may be lost at any time. Thread-safe.
 *
 * <p>One for each kind of reader, in a static field: each takes a place in every lexeme.
 *
 * @param <V> what is noted; a record or whatever else has final fields only, since threads pass notes on without locks
 */
public final class LexemeNotes<V> {
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private final int slot = TAKEN.getAndIncrement();

    /**
     * Takes a place.
     *
     * @throws IllegalStateException when all {@value Lexeme#PLACES} places are taken
     */
    public LexemeNotes() {
        if (slot >= Lexeme.PLACES) {
            throw new IllegalStateException(
                    "all " + Lexeme.PLACES + " places for notes are taken; give Lexeme another field");
        }
    }

    /** What was noted of the lexeme; null when nothing was, or it is lost. */
    @SuppressWarnings("unchecked") // nobody else has the slot
    public @Nullable V get(Lexeme lexeme) {
        return (V) lexeme.note(slot);
    }

    /** Notes something in place of what was noted before. */
    public void put(Lexeme lexeme, V note) {
        lexeme.note(slot, note);
    }
}
