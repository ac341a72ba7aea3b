/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of everything a run does: what was given as {@code name=value}, else the full form or, with {@code
 * form=short}, the short one, which shows that the run works and no more.
 */
final class Settings {
    private static final String FORM = "form";

    private final Map<String, String> given = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>(Set.of(FORM));

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException when one is not of the form name=value
     */
    Settings(String... arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(argument + " is not of the form name=value");
            }
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        String form = given.getOrDefault(FORM, "full");
        if (!Set.of("full", "short").contains(form)) {
            throw new IllegalArgumentException("form is full or short, not " + form);
        }
    }

    /** Whether this is the short form. */
    boolean isShort() {
        return "short".equals(given.get(FORM));
    }

    /** A whole number: what was given, else that of the form. */
    int number(String name, int full, int brief) {
        String value = text(name, Integer.toString(full), Integer.toString(brief));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not " + value, e);
        }
    }

    /** Whole numbers, parted by commas. */
    int[] numbers(String name, String full, String brief) {
        String value = text(name, full, brief);
        try {
            return Arrays.stream(value.split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " are whole numbers parted by commas, not " + value, e);
        }
    }

    /** A text: what was given, else that of the form. */
    String text(String name, String full, String brief) {
        asked.add(name);
        return given.getOrDefault(name, isShort() ? brief : full);
    }

    /** What was given. */
    Map<String, String> given() {
        return given;
    }

    /**
     * Refuses what no run has asked for.
     *
     * @throws IllegalArgumentException when something was given that has no meaning
     */
    void checkAllAsked() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + unknown + "; known here: " + asked);
        }
    }
}
