/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

/** Tells that «Минздрав», «министерство здравоохранения» and «министр здравоохранения» are of one field. */
final class Ministries {
    private static final String SHORT = "мин";

    /** The field is known by its first letters: минздрав, минтранс. */
    private static final int LETTERS = 4;

    private Ministries() {}

    /**
     * Whether a ministry and a minister are of one field.
     *
     * @param ministry folded words of what somebody heads
     * @param minister folded words of what somebody is minister of
     */
    static boolean same(Set<String> ministry, Set<String> minister) {
        if (ministry.contains("министерство") && minister.stream().anyMatch(ministry::contains)) {
            return true;
        }
        for (String word : ministry) {
            String field = field(word);
            if (!field.isEmpty() && minister.stream().anyMatch(told -> told.startsWith(field))) {
                return true;
            }
        }
        return false;
    }

    private static String field(String word) {
        return switch (word) {
            case "мид" -> "иностр";
            case "мвд" -> "внутр";
            case "мчс" -> "чрезв";
            default ->
                word.startsWith(SHORT) && word.length() > SHORT.length() + 2
                        ? word.substring(SHORT.length(), Math.min(word.length(), SHORT.length() + LETTERS))
                        : "";
        };
    }
}
