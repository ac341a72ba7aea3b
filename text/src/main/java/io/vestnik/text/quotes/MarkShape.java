/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

/** What a quotation mark looks like; marks of one shape belong together. */
enum MarkShape {
    ANGLE,
    LOW,
    HIGH,
    STRAIGHT,
    /** Two backticks or apostrophes. */
    DOUBLED,
    /** One of them: a mark only where it is no apostrophe. */
    SINGLE;

    /**
     * The shape of a mark.
     *
     * @param c its first code point
     * @param length how many it has
     * @return null when this is no mark
     */
    static @Nullable MarkShape of(int c, int length) {
        return switch (c) {
            case 0xAB, 0xBB -> ANGLE;
            case 0x201E, 0x201F -> LOW;
            case 0x201C, 0x201D -> HIGH;
            case '"', 0x2033, 0xFF02 -> STRAIGHT;
            case '`', '\'' -> length == 2 ? DOUBLED : SINGLE;
            case 0x2018, 0x2019 -> SINGLE;
            default -> null;
        };
    }
}
