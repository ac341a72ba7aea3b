/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.lang.Reading.Gender;

/**
 * The persons whom an article names in full, to whom its short names are joined: Путин and В. Путин to Владимир Путин.
 * A short name that fits two persons is joined to neither.
 */
final class Persons {
    /** A person with the fullest name that the article gives. */
    record Person(
            String canonical,
            String given,
            String surname,
            @Nullable Gender gender) {}

    /** More persons of one name than this are never told apart by a short name. */
    private static final int MOST_NAMESAKES = 32;

    private final Map<String, Person> byName = new LinkedHashMap<>();
    private final Map<String, Set<Person>> bySurname = new LinkedHashMap<>();
    private final Map<String, Set<Person>> byGiven = new LinkedHashMap<>();

    /** Learns the persons of an article from all of its names. */
    static Persons of(List<PersonName> names, Set<String> articleForms) {
        Persons persons = new Persons();
        Map<String, PersonName> best = new LinkedHashMap<>();
        for (PersonName name : names) {
            if (name.isFull()) {
                best.merge(
                        key(name),
                        name,
                        (one, other) -> attested(other, articleForms) > attested(one, articleForms) ? other : one);
            }
        }
        best.forEach(persons::learn);
        // A name with initials is a person only where no full name fits it.
        for (PersonName name : names) {
            if (!name.isFull() && !name.initials().isEmpty() && persons.find(name) == null) {
                persons.learn(key(name), name);
            }
        }
        return persons;
    }

    /** The person whom a name means in this article; null when it fits none or several. */
    @Nullable Person find(PersonName name) {
        if (name.isFull()) {
            return byName.get(key(name));
        }
        if (!name.surname().isEmpty()) {
            Person bySurnameOnly = only(bySurname, name.surname(), name);
            return bySurnameOnly != null || !name.initials().isEmpty()
                    ? bySurnameOnly
                    : only(byGiven, name.surname(), name);
        }
        Person byGivenOnly = only(byGiven, name.given(), name);
        return byGivenOnly != null ? byGivenOnly : only(bySurname, name.given(), name);
    }

    private static @Nullable Person only(Map<String, Set<Person>> index, String word, PersonName name) {
        String folded = EntityIds.fold(word);
        List<Person> fitting = new ArrayList<>();
        List<Person> exact = new ArrayList<>();
        Set<Person> namesakes = index.getOrDefault(Lexicon.surnameStem(folded), Set.of());
        if (namesakes.size() > MOST_NAMESAKES) {
            return null;
        }
        for (Person person : namesakes) {
            if (fits(person, name)) {
                fitting.add(person);
                boolean same = EntityIds.fold(person.surname()).equals(folded)
                        || EntityIds.fold(person.given()).equals(folded);
                if (same) {
                    exact.add(person);
                }
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return exact.size() == 1 ? exact.get(0) : null;
    }

    private static boolean fits(Person person, PersonName name) {
        boolean surname = !name.surname().isEmpty();
        if (person.gender() != null
                && name.gender() != null
                && person.gender() != name.gender()
                && surname
                && !isCommonGender(person.surname())) {
            return false;
        }
        return name.initials().isEmpty()
                || (!person.given().isEmpty()
                        && EntityIds.fold(person.given())
                                .startsWith(name.initials().substring(0, 1)));
    }

    /** Whether a man and a woman of the name write it in the same way in the nominative. */
    private static boolean isCommonGender(String surname) {
        String folded = EntityIds.fold(surname);
        boolean declined = folded.endsWith("ов")
                || folded.endsWith("ев")
                || folded.endsWith("ин")
                || folded.endsWith("ова")
                || folded.endsWith("ева")
                || folded.endsWith("ина")
                || folded.endsWith("ский")
                || folded.endsWith("ская");
        return !declined;
    }

    private void learn(String key, PersonName name) {
        Person person = new Person(name.canonical(), name.given(), name.surname(), name.gender());
        byName.putIfAbsent(key, person);
        index(bySurname, name.surname(), person);
        for (String given : name.given().split(" ", -1)) {
            index(byGiven, given, person);
        }
    }

    private static void index(Map<String, Set<Person>> index, String word, Person person) {
        if (!word.isEmpty()) {
            index.computeIfAbsent(Lexicon.surnameStem(EntityIds.fold(word)), stem -> new LinkedHashSet<>())
                    .add(person);
        }
    }

    private static String key(PersonName name) {
        return Lexicon.surnameStem(EntityIds.fold(name.given()))
                + ' '
                + Lexicon.surnameStem(EntityIds.fold(name.surname()));
    }

    /** How many words of the name stand in the article in just this form. */
    private static int attested(PersonName name, Set<String> articleForms) {
        int count = 0;
        for (String word : name.canonical().split(" ", -1)) {
            count += articleForms.contains(EntityIds.fold(word)) ? 1 : 0;
        }
        return count;
    }
}
