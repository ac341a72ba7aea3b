/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;

/** A text without its boilerplate, and where its parts stood in the text that it was made from. */
final class Stripped {
    private final StringBuilder kept;
    /** For each part its first char in the stripped text, and how much further on it stood. */
    private int[] parts = new int[8];

    private int size;

    Stripped(int length) {
        this.kept = new StringBuilder(length);
    }

    /** Adds what stood at a place, and a line break. */
    void addLine(CharSequence line, int origin) {
        int shift = origin - kept.length();
        if (size == 0 || shift(parts() - 1) != shift) {
            if (size == parts.length) {
                parts = Arrays.copyOf(parts, 2 * size);
            }
            parts[size++] = kept.length();
            parts[size++] = shift;
        }
        kept.append(line).append('\n');
    }

    /** Number of parts; none of an empty text. */
    int parts() {
        return size / 2;
    }

    /** The first char of a part in the stripped text. */
    int begin(int part) {
        return parts[2 * part];
    }

    /** How much further on the part stood in the text that this was made from. */
    int shift(int part) {
        return parts[2 * part + 1];
    }

    /** The stripped text. */
    String text() {
        return kept.toString();
    }
}
