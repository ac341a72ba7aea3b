/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads word lists from resources: a section begins with its name in brackets, words are parted by spaces. */
public final class WordLists {
    private WordLists() {}

    /**
     * Reads a resource.
     *
     * @param owner class beside which the resource lies
     * @param name file name of the resource
     * @return the words of each section
     */
    public static Map<String, Set<String>> read(Class<?> owner, String name) {
        Map<String, Set<String>> sections = new TreeMap<>();
        Set<String> words = new LinkedHashSet<>();
        for (String line : Resources.lines(owner, name)) {
            if (line.startsWith("[")) {
                words = sections.computeIfAbsent(line.substring(1, line.length() - 1), s -> new LinkedHashSet<>());
            } else {
                words.addAll(List.of(line.split(" ", -1)));
            }
        }
        return sections;
    }

    /** The words of a section, which must be there. */
    public static Set<String> section(Map<String, Set<String>> sections, String name) {
        Set<String> words = sections.get(name);
        if (words == null) {
            throw new IllegalArgumentException("the word list has no section " + name);
        }
        return words;
    }
}
