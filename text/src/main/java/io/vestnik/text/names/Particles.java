/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.Set;

import io.vestnik.text.EntityType;

/** The small words inside foreign names: Урсула фон дер Ляйен, Шарль де Голль. */
final class Particles {
    private static final Set<String> WORDS =
            Set.of("фон", "дер", "ден", "ван", "де", "да", "ди", "дю", "дель", "ла", "цу", "ибн", "бен", "бин", "аль");

    /** At most this many stand side by side. */
    private static final int MOST = 2;

    private Particles() {}

    /** Whether two names of persons are one with nothing but such words between them. */
    static boolean join(Scan scan, NameSpan one, NameSpan other) {
        int gap = other.firstToken() - one.endToken();
        if (one.type() != EntityType.PER || other.type() != EntityType.PER || gap < 1 || gap > MOST) {
            return false;
        }
        for (int i = one.endToken(); i <= other.firstToken(); i++) {
            boolean inside = i < other.firstToken();
            if (!scan.follows(i) || (inside && !WORDS.contains(scan.token(i).folded()))) {
                return false;
            }
        }
        return true;
    }
}
