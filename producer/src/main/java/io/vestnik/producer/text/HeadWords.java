/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of {@code head-words.properties}: month names, labels, words of credits. All in lower case. */
final class HeadWords {
    static final HeadWords INSTANCE = load();

    private static final String RESOURCE = "head-words.properties";

    private final Map<String, List<String>> lists;
    private final Map<String, Integer> months;

    private HeadWords(Map<String, List<String>> lists) {
        this.lists = lists;
        Map<String, Integer> byWord = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            for (String word : words("month." + month)) {
                byWord.put(word, month);
            }
        }
        this.months = byWord;
    }

    /** The words of a list. */
    List<String> words(String list) {
        List<String> words = lists.get(list);
        if (words == null) {
            throw new IllegalArgumentException("No list '" + list + "' in " + RESOURCE);
        }
        return words;
    }

    /** A regular expression (without a group) for any word of a list, longer words first. */
    String anyOf(String list) {
        return alternatives(words(list));
    }

    /** A regular expression (without a group) for the name of any month. */
    String anyMonth() {
        return alternatives(new ArrayList<>(months.keySet()));
    }

    /** The number of a month, 1 to 12, by its name in lower case. */
    int month(String name) {
        Integer month = months.get(name);
        if (month == null) {
            throw new IllegalArgumentException("Not a month: '" + name + "'");
        }
        return month;
    }

    private static String alternatives(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static HeadWords load() {
        Properties properties = new Properties();
        try (InputStream in = HeadWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + RESOURCE, e);
        }
        Map<String, List<String>> lists = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            lists.put(name, List.of(properties.getProperty(name).split("\\|", -1)));
        }
        return new HeadWords(lists);
    }
}
