/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading.Gender;

/**
 * Joins the names of an article that mean the same: a surname or given name with the full name last given, an acronym
 * with its long form, a short form of a company with the long one.
 */
final class NameLinks {
    private static final Set<String> LEGAL =
            Set.of("inc", "ltd", "llc", "plc", "corp", "co", "corporation", "limited", "gmbh", "ag", "sa", "nv");
    private static final Set<String> SHE = Set.of(
            "mrs",
            "ms",
            "miss",
            "lady",
            "dame",
            "queen",
            "princess",
            "duchess",
            "baroness",
            "actress",
            "congresswoman",
            "spokeswoman",
            "chairwoman",
            "sister",
            "mother",
            "wife",
            "daughter",
            "girlfriend");
    private static final Set<String> HE = Set.of(
            "mr",
            "sir",
            "lord",
            "king",
            "prince",
            "duke",
            "baron",
            "congressman",
            "spokesman",
            "chairman",
            "brother",
            "father",
            "husband",
            "son",
            "boyfriend");

    private final Map<FoundName, String> canonical = new LinkedHashMap<>();
    private final Map<String, Gender> genders = new LinkedHashMap<>();

    /**
     * Links the names of an article.
     *
     * @param positions where each name stands; no short name means whom only a byline names
     */
    NameLinks(EnglishText text, List<FoundName> names, List<MentionPosition> positions, List<String> titled) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String name : titled) {
            rememberPerson(people, name, false);
        }
        for (int k = 0; k < names.size(); k++) {
            FoundName name = names.get(k);
            if (isPersonInText(name, positions.get(k))) {
                rememberPerson(people, EnglishNames.written(text, name), false);
            }
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
            if (names.get(k).type() == EntityType.ORG) {
                rememberBody(text, names, k, bodies);
            }
        }
        for (int k = 0; k < names.size(); k++) {
            FoundName name = names.get(k);
            String written = EnglishNames.written(text, name);
            String full = written;
            if (name.type() == EntityType.PER) {
                full = people.getOrDefault(Chars.fold(written), written);
                if (isPersonInText(name, positions.get(k))) {
                    rememberPerson(people, full, true);
                }
                rememberGender(text, name, full);
            } else if (name.type() == EntityType.ORG) {
                String stripped = withoutLegal(written);
                full = bodies.getOrDefault(Chars.fold(stripped), stripped);
            } else {
                full = EnglishAliases.place(written);
            }
            canonical.put(name, full);
        }
    }

    String canonical(FoundName name) {
        return canonical.getOrDefault(name, "");
    }

    @Nullable Gender gender(String person) {
        Gender told = genders.get(person);
        if (told != null) {
            return told;
        }
        int space = person.indexOf(' ');
        int bits = EnglishLexicon.get().bits(Chars.fold(space < 0 ? person : person.substring(0, space)));
        boolean female = (bits & EnglishLexicon.FEMALE) != 0;
        boolean male = (bits & EnglishLexicon.MALE) != 0;
        return female == male ? null : female ? Gender.FEMININE : Gender.MASCULINE;
    }

    private static boolean isPersonInText(FoundName name, MentionPosition position) {
        return name.type() == EntityType.PER && name.end() - name.first() > 1 && position != MentionPosition.BYLINE;
    }

    /** The surname, and the given name where it is none's surname, mean this person from here on. */
    private static void rememberPerson(Map<String, String> people, String name, boolean again) {
        String[] words = name.split(" ", -1);
        String surname = Chars.fold(words[words.length - 1]);
        String given = Chars.fold(words[0]);
        if (again) {
            people.put(surname, name);
            return;
        }
        people.putIfAbsent(surname, name);
        people.putIfAbsent(given, name);
        if (words.length > 2) {
            people.putIfAbsent(Chars.fold(words[words.length - 2]) + " " + surname, name);
        }
    }

    private void rememberGender(EnglishText text, FoundName name, String full) {
        if (name.first() == 0) {
            return;
        }
        String before = text.unit(name.first() - 1).key();
        if (SHE.contains(before)) {
            genders.putIfAbsent(full, Gender.FEMININE);
        } else if (HE.contains(before)) {
            genders.putIfAbsent(full, Gender.MASCULINE);
        }
    }

    private static void rememberBody(EnglishText text, List<FoundName> names, int k, Map<String, String> bodies) {
        FoundName name = names.get(k);
        String written = withoutLegal(EnglishNames.written(text, name));
        if (written.indexOf(' ') < 0) {
            return;
        }
        FoundName next = k + 1 < names.size() ? names.get(k + 1) : null;
        if (next != null
                && next.type() == EntityType.ORG
                && next.first() == name.end() + 1
                && next.end() == next.first() + 1
                && text.unit(name.end()).key().equals("(")) {
            bodies.putIfAbsent(text.unit(next.first()).key(), written);
        }
    }

    private static String withoutLegal(String name) {
        int space = name.lastIndexOf(' ');
        if (space < 0) {
            return name;
        }
        String last = Chars.fold(name.substring(space + 1));
        return LEGAL.contains(last.endsWith(".") ? last.substring(0, last.length() - 1) : last)
                ? name.substring(0, space)
                : name;
    }
}
