/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Resources;

/** The word lists and gazetteers that the rules go by. Loaded once; immutable. */
final class Lexicon {
    private static final String[] ENDINGS = {
        "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "ов", "ев", "ей", "ой", "ый", "ий", "ая", "яя",
        "ое", "ее", "ые", "ие", "ым", "им", "ом", "ем", "ам", "ям", "ах", "ях", "ую", "юю", "ью", "ию", "ия", "ии",
        "ых", "их", "а", "е", "и", "о", "у", "ы", "ь", "э", "ю", "я", "й"
    };

    private static final Lexicon INSTANCE = new Lexicon();

    /**
     * A listed name of several words.
     *
     * @param stems its words without their endings
     * @param words its words in the nominative, folded
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared or handed out of the package
    record Phrase(String[] stems, String[] words) {}

    private final Map<String, Set<String>> sections = new LinkedHashMap<>();
    private final Map<String, List<Phrase>> placePhrases = new LinkedHashMap<>();
    private final Map<String, List<Phrase>> orgPhrases = new LinkedHashMap<>();
    private final Set<String> given;
    private final Set<String> surnames;
    private final Set<String> places;
    private final Set<String> countries = new LinkedHashSet<>();
    private final Map<String, String> countryOfAdjective = new LinkedHashMap<>();

    private Lexicon() {
        given = new LinkedHashSet<>(Resources.lines(Lexicon.class, "given.txt.gz"));
        surnames = new LinkedHashSet<>(Resources.lines(Lexicon.class, "surnames.txt.gz"));
        places = new LinkedHashSet<>();
        String section = "";
        for (String line : Resources.lines(Lexicon.class, "lexicon.txt")) {
            if (line.charAt(0) == '[') {
                section = line.substring(1, line.length() - 1);
            } else if (section.endsWith("-phrases")) {
                for (String phrase : line.split("\\|", -1)) {
                    addPhrase(section.startsWith("place") ? placePhrases : orgPhrases, phrase);
                }
            } else {
                sections.computeIfAbsent(section, s -> new LinkedHashSet<>()).addAll(List.of(line.split(" ", -1)));
            }
        }
        places.addAll(section("places"));
        for (String line : Resources.lines(Lexicon.class, "places.txt.gz")) {
            addPlace(line);
        }
        for (String line : Resources.lines(Lexicon.class, "territories.tsv.gz")) {
            String country = Chars.fold(line.split("\t", -1)[1]);
            countries.add(country);
            addPlace(country);
        }
        for (String line : Resources.lines(Lexicon.class, "country-adjectives.tsv")) {
            String[] columns = line.split("\t", -1);
            countryOfAdjective.put(columns[0], columns[1]);
        }
    }

    static Lexicon get() {
        return INSTANCE;
    }

    /** Whether a section of lexicon.txt has the word. */
    boolean has(String section, String word) {
        return section(section).contains(word);
    }

    private Set<String> section(String section) {
        Set<String> words = sections.get(section);
        if (words == null) {
            throw new IllegalArgumentException("lexicon.txt has no section " + section);
        }
        return words;
    }

    /** Folded name of the country to which an office without a country belongs. */
    String home() {
        return section("home").iterator().next();
    }

    /** The one head word for heads of state of any title. */
    String headOfState() {
        return section("head-of-state").iterator().next();
    }

    boolean isGiven(String nominative) {
        return given.contains(nominative);
    }

    boolean isSurname(String nominative) {
        return surnames.contains(nominative);
    }

    boolean isPlace(String nominative) {
        return places.contains(nominative);
    }

    /** Whether the folded name is that of a country or territory. */
    boolean isCountry(String nominative) {
        return countries.contains(nominative);
    }

    /** Phrases that begin with the stem; empty when there are none. */
    List<Phrase> placePhrases(String stem) {
        return placePhrases.getOrDefault(stem, List.of());
    }

    /** Phrases that begin with the stem; empty when there are none. */
    List<Phrase> orgPhrases(String stem) {
        return orgPhrases.getOrDefault(stem, List.of());
    }

    /** The country, union or city that an adjective is made of; null when it is none. */
    @Nullable String countryOf(String adjective) {
        return countryOfAdjective.get(adjective);
    }

    private void addPlace(String name) {
        if (name.indexOf(' ') > 0) {
            addPhrase(placePhrases, name);
        } else {
            places.add(name);
        }
    }

    private static void addPhrase(Map<String, List<Phrase>> phrases, String phrase) {
        String[] words = phrase.split(" ", -1);
        String[] stems = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            stems[i] = stem(words[i]);
        }
        phrases.computeIfAbsent(stems[0], first -> new ArrayList<>()).add(new Phrase(stems, words));
    }

    private static final String[] POSSESSIVE_ENDINGS = {"ыми", "ых", "ым", "ой", "а", "у", "е", "ы", ""};

    /** As {@link #stem}, but a man's and a woman's forms of a surname fall together: Иванов and Ивановой. */
    static String surnameStem(String word) {
        for (String ending : POSSESSIVE_ENDINGS) {
            if (word.length() - ending.length() >= 4 && word.endsWith(ending)) {
                String rest = word.substring(0, word.length() - ending.length());
                if (rest.endsWith("ов") || rest.endsWith("ев") || rest.endsWith("ин") || rest.endsWith("ын")) {
                    return rest;
                }
            }
        }
        return stem(word);
    }

    /** Cuts the ending off, so that the forms of one word of a phrase fall together; short words stay as they are. */
    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
