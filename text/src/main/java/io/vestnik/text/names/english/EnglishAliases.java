/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.Map;

import io.vestnik.text.lang.Chars;

/** Names of places that mean the same. Version 1. */
final class EnglishAliases {
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("us", "United States"),
            Map.entry("u.s.", "United States"),
            Map.entry("u.s", "United States"),
            Map.entry("usa", "United States"),
            Map.entry("u.s.a.", "United States"),
            Map.entry("america", "United States"),
            Map.entry("united states of america", "United States"),
            Map.entry("uk", "United Kingdom"),
            Map.entry("u.k.", "United Kingdom"),
            Map.entry("britain", "United Kingdom"),
            Map.entry("great britain", "United Kingdom"),
            Map.entry("uae", "United Arab Emirates"),
            Map.entry("u.a.e.", "United Arab Emirates"),
            Map.entry("nyc", "New York"),
            Map.entry("new york city", "New York"),
            Map.entry("czechia", "Czech Republic"),
            Map.entry("holland", "Netherlands"));

    private EnglishAliases() {}

    /** The canonical name of a place; the name itself, with a capital only at the beginnings of words, when there is none. */
    static String place(String name) {
        String known = PLACES.get(Chars.fold(name));
        if (known != null) {
            return known;
        }
        return isShouted(name) ? calm(name) : name;
    }

    private static boolean isShouted(String name) {
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return false;
            }
            letters += Character.isUpperCase(name.charAt(i)) ? 1 : 0;
        }
        return letters > 3;
    }

    private static String calm(String name) {
        StringBuilder calm = new StringBuilder(Chars.fold(name));
        for (int i = 0; i < calm.length(); i++) {
            if (i == 0 || calm.charAt(i - 1) == ' ' || calm.charAt(i - 1) == '-') {
                calm.setCharAt(i, Character.toUpperCase(calm.charAt(i)));
            }
        }
        return calm.toString();
    }
}
