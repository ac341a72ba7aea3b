/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Locale;

import io.vestnik.text.QuoteKind;

/** Kinds of quotes that are measured together. */
public enum QuoteFamily {
    /** Words as they were said: DIRECT, PARTIAL, TURN. */
    SPOKEN,
    /** Reported speech: INDIRECT. */
    INDIRECT;

    /** The family of a kind, by its name in the data. */
    public static QuoteFamily of(String kind) {
        return kind.equals(QuoteKind.INDIRECT.name()) ? INDIRECT : SPOKEN;
    }

    /** As the measures name it. */
    public String measure() {
        return name().toLowerCase(Locale.ROOT);
    }
}
