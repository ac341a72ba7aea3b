/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import java.time.Instant;

import io.vestnik.schemas.Keys;

/**
 * Keys of index stores. Their order as UTF-8 bytes is the order that the views list in, so that the first rows of a
 * list are a range scan, however long the list is.
 */
public final class OrderKeys {
    private OrderKeys() {}

    /** Below its group by (time, articleId, begin). */
    public static String of(String group, Instant time, String articleId, int begin) {
        return Keys.prefix(group) + Keys.of(sortable(time), articleId, sortable(begin));
    }

    /** A time as digits that sort as the times do. */
    public static String sortable(Instant time) {
        // The sign bit is flipped, as times before 1970 are negative and have to sort first.
        return hex(time.toEpochMilli() ^ Long.MIN_VALUE, 16);
    }

    /** A time as digits that sort the latest first. */
    public static String latestFirst(Instant time) {
        return hex(~(time.toEpochMilli() ^ Long.MIN_VALUE), 16);
    }

    private static String sortable(int number) {
        return hex((number & 0xFFFF_FFFFL) ^ 0x8000_0000L, 8);
    }

    private static String hex(long bits, int digits) {
        String text = Long.toHexString(bits);
        return "0".repeat(digits - text.length()) + text;
    }
}
