/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;

/**
 * Undoes the declension of names that no dictionary has: gives every nominative from which a form may come, with gender
 * and case.
 */
final class Declension {
    /** Which names decline so. */
    enum Pattern {
        /** Nouns ending in a consonant, and what declines like them. */
        NOUN,
        /** Possessive surnames: Иванов, Пушкина. */
        POSSESSIVE,
        /** Adjectives: Чайковский, Толстая. */
        ADJECTIVE,
        /** One form for all cases. */
        FIXED
    }

    /**
     * A nominative from which a form may come.
     *
     * @param nominative folded
     * @param plural true when the nominative is a plural (Нидерланды)
     */
    record Base(String nominative, Gender gender, Case grammaticalCase, Pattern pattern, boolean plural) {}

    private record Rule(
            String ending, String base, Gender gender, Case grammaticalCase, Pattern pattern, boolean plural) {}

    private static final int LONGEST_ENDING = 4;
    private static final Map<String, List<Rule>> RULES = rules();

    private static final String CONSONANTS = "бвгджзклмнпрстфхцчшщ";

    private Declension() {}

    /** Every nominative of a folded form, the form itself as one that does not decline included; in a fixed order. */
    static List<Base> bases(String form) {
        List<Base> bases = new ArrayList<>();
        for (int cut = Math.min(LONGEST_ENDING, form.length() - 1); cut >= 0; cut--) {
            List<Rule> rules = RULES.get(form.substring(form.length() - cut));
            if (rules == null) {
                continue;
            }
            String stem = form.substring(0, form.length() - cut);
            for (Rule rule : rules) {
                if (fits(stem, rule)) {
                    bases.add(new Base(stem + rule.base, rule.gender, rule.grammaticalCase, rule.pattern, rule.plural));
                }
            }
        }
        return bases;
    }

    /** Whether a name in this form may stand in every case unchanged. */
    static boolean mayBeFixed(String form, Gender gender) {
        char last = form.isEmpty() ? ' ' : form.charAt(form.length() - 1);
        if ("оуиеэюы".indexOf(last) >= 0 || form.endsWith("ых") || form.endsWith("их")) {
            return true;
        }
        return gender == Gender.FEMININE && (CONSONANTS.indexOf(last) >= 0 || last == 'ь' || last == 'й');
    }

    /** Whether the spelling of the ending suits the stem: -ем after a hard stem, -и and -ы stand only where they may. */
    private static boolean isSpelledSo(char last, Rule rule) {
        boolean hissing = "жшцчщ".indexOf(last) >= 0;
        boolean noY = "кгхжшчщ".indexOf(last) >= 0;
        boolean hard = rule.base.isEmpty() || rule.base.equals("а");
        if (!hard || rule.pattern != Pattern.NOUN || rule.plural) {
            return true;
        }
        return switch (rule.ending) {
            case "ем", "ей" -> hissing;
            case "и" -> noY;
            case "ы" -> !noY;
            default -> true;
        };
    }

    private static boolean fits(String stem, Rule rule) {
        if (stem.length() < 2 && rule.pattern != Pattern.NOUN) {
            return false;
        }
        char last = stem.charAt(stem.length() - 1);
        if (!isSpelledSo(last, rule)) {
            return false;
        }
        boolean consonant = CONSONANTS.indexOf(last) >= 0;
        switch (rule.pattern) {
            case POSSESSIVE -> {
                return stem.length() > 3
                        && (stem.endsWith("ов") || stem.endsWith("ев") || stem.endsWith("ин") || stem.endsWith("ын"));
            }
            case ADJECTIVE -> {
                return consonant && stem.length() > 2;
            }
            default -> {
                boolean soft = rule.base.startsWith("ь") || rule.base.startsWith("я");
                if (rule.base.startsWith("й")) {
                    return !consonant && last != 'ь' && last != 'ъ';
                }
                if (soft) {
                    return consonant || rule.base.startsWith("я");
                }
                boolean longEnding = rule.base.equals("ия") || rule.base.equals("ие");
                return longEnding || consonant || (rule.base.equals("а") && last == 'у');
            }
        }
    }

    private static Map<String, List<Rule>> rules() {
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        // Each row: nominative ending, gender, pattern, then genitive, dative, accusative, instrumental,
        // prepositional; variants are parted by a bar.
        noun(rules, "", Gender.MASCULINE, false, "а", "у", "а|", "ом|ем", "е");
        noun(rules, "й", Gender.MASCULINE, false, "я", "ю", "я|й", "ем", "е|и");
        noun(rules, "ь", Gender.MASCULINE, false, "я", "ю", "я|ь", "ем", "е");
        noun(rules, "ь", Gender.FEMININE, false, "и", "и", "ь", "ью", "и");
        noun(rules, "а", Gender.FEMININE, false, "ы|и", "е", "у", "ой|ою|ей", "е");
        noun(rules, "а", Gender.MASCULINE, false, "ы|и", "е", "у", "ой|ою|ей", "е");
        noun(rules, "я", Gender.FEMININE, false, "и", "е|и", "ю", "ей|ею", "е|и");
        noun(rules, "я", Gender.MASCULINE, false, "и", "е|и", "ю", "ей|ею", "е|и");
        noun(rules, "о", Gender.NEUTER, false, "а", "у", "о", "ом", "е");
        noun(rules, "е", Gender.NEUTER, false, "я", "ю", "е", "ем", "е|и");
        noun(rules, "ы", Gender.MASCULINE, true, "ов|", "ам", "ы", "ами", "ах");
        noun(rules, "и", Gender.MASCULINE, true, "ов|ей|", "ам|ям", "и", "ами|ями", "ах|ях");
        noun(rules, "ия", Gender.NEUTER, true, "ий", "иям", "ия", "иями", "иях");
        noun(rules, "а", Gender.NEUTER, true, "", "ам", "а", "ами", "ах");
        declare(rules, "", Gender.MASCULINE, Pattern.POSSESSIVE, false, "а", "у", "а", "ым", "е");
        declare(rules, "а", Gender.FEMININE, Pattern.POSSESSIVE, false, "ой", "ой", "у", "ой", "ой");
        for (String ending : List.of("ый", "ой", "ий")) {
            declare(
                    rules,
                    ending,
                    Gender.MASCULINE,
                    Pattern.ADJECTIVE,
                    false,
                    "ого|его",
                    "ому|ему",
                    "ого|его|" + ending,
                    "ым|им",
                    "ом|ем");
        }
        declare(rules, "ая", Gender.FEMININE, Pattern.ADJECTIVE, false, "ой", "ой", "ую", "ой", "ой");
        declare(rules, "яя", Gender.FEMININE, Pattern.ADJECTIVE, false, "ей", "ей", "юю", "ей", "ей");
        declare(rules, "ое", Gender.NEUTER, Pattern.ADJECTIVE, false, "ого", "ому", "ое", "ым|им", "ом");
        declare(rules, "ее", Gender.NEUTER, Pattern.ADJECTIVE, false, "его", "ему", "ее", "им", "ем");
        declare(rules, "ые", Gender.MASCULINE, Pattern.ADJECTIVE, true, "ых", "ым", "ые", "ыми", "ых");
        declare(rules, "ие", Gender.MASCULINE, Pattern.ADJECTIVE, true, "их", "им", "ие", "ими", "их");
        rules.values()
                .forEach(list -> list.sort(Comparator.comparing(Rule::base)
                        .thenComparing(Rule::gender)
                        .thenComparing(Rule::grammaticalCase)
                        .thenComparing(Rule::pattern)));
        return Collections.unmodifiableMap(rules);
    }

    private static void noun(
            Map<String, List<Rule>> rules, String base, Gender gender, boolean plural, String... oblique) {
        declare(rules, base, gender, Pattern.NOUN, plural, oblique);
    }

    private static void declare(
            Map<String, List<Rule>> rules,
            String base,
            Gender gender,
            Pattern pattern,
            boolean plural,
            String... oblique) {
        Case[] cases = Case.values();
        add(rules, new Rule(base, base, gender, Case.NOMINATIVE, pattern, plural));
        for (int i = 0; i < oblique.length; i++) {
            for (String ending : oblique[i].split("\\|", -1)) {
                add(rules, new Rule(ending, base, gender, cases[i + 1], pattern, plural));
            }
        }
    }

    private static void add(Map<String, List<Rule>> rules, Rule rule) {
        List<Rule> list = rules.computeIfAbsent(rule.ending, ending -> new ArrayList<>());
        if (!list.contains(rule)) {
            list.add(rule);
        }
    }
}
