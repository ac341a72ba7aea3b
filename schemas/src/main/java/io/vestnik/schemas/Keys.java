/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.ArrayList;
import java.util.List;

/**
 * Composite keys: parts joined by '|'. In all parts but the last, '|' and '%' are written as {@code %7C} and {@code
 * %25}; the last part stands as it is. So equal keys have equal parts, and keys of one first part share a prefix.
 */
public final class Keys {
    private static final char SEPARATOR = '|';

    private Keys() {}

    /** The key of two parts, as {@code topic|articleId}. */
    public static String of(String first, String second) {
        return escape(first) + SEPARATOR + second;
    }

    /** The key of three parts, as {@code utteranceId|articleId|begin}. */
    public static String of(String first, String second, String third) {
        return escape(first) + SEPARATOR + escape(second) + SEPARATOR + third;
    }

    /** What every key with the given first part starts with. */
    public static String prefix(String first) {
        return escape(first) + SEPARATOR;
    }

    /** The two parts of a key. */
    public static List<String> split(String key) {
        return split(key, 2);
    }

    /**
     * The parts of a key.
     *
     * @param parts how many it has, at least one
     * @throws IllegalArgumentException when it has fewer
     */
    public static List<String> split(String key, int parts) {
        List<String> found = new ArrayList<>(parts);
        int from = 0;
        for (int i = 1; i < parts; i++) {
            int bar = key.indexOf(SEPARATOR, from);
            if (bar < 0) {
                throw new IllegalArgumentException("Not a key of " + parts + " parts: '" + key + "'");
            }
            found.add(unescape(key.substring(from, bar)));
            from = bar + 1;
        }
        found.add(key.substring(from));
        return List.copyOf(found);
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }

    private static String unescape(String part) {
        return part.replace("%7C", "|").replace("%25", "%");
    }
}
