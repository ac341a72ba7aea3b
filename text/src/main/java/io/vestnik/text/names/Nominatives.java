/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.NameKind;
import io.vestnik.text.lang.Recent;

/**
 * Weighs the nominatives that the form of one name may come from. The dictionary outweighs the gazetteers, these the
 * ending alone; a nominative that the article itself has outweighs an ending.
 */
final class Nominatives {
    private static final int DICTIONARY = 60;
    private static final int LISTED = 40;
    private static final int IN_ARTICLE = 20;
    private static final int LIKELY = 20;
    private static final int POSSIBLE = 15;
    private static final int UNLIKELY = 5;

    private static final Gender[] GENDERS = Gender.values();
    private static final Case[] CASES = Case.values();
    private static final int PLACES = GENDERS.length * CASES.length;

    private static final Recent<List<List<Weighed>>> RECENT = new Recent<>(12);

    /**
     * A nominative with its weight.
     *
     * @param form folded
     * @param weight the heavier the likelier; not negative
     */
    record Weighed(String form, int weight) {}

    private final Lexicon lexicon = Lexicon.get();
    private final Morphology morphology;
    private final Set<String> articleForms;

    /**
     * Makes the scales for one article.
     *
     * @param articleForms folded capitalized words of the article
     */
    Nominatives(Morphology morphology, Set<String> articleForms) {
        this.morphology = morphology;
        this.articleForms = articleForms;
    }

    /**
     * The likeliest nominatives of a person's name, by {@link #place}; null where it cannot be read so.
     *
     * @param form the folded name
     */
    @Nullable Weighed[] ofPerson(String form) {
        List<List<Weighed>> candidates = candidates(form);
        @Nullable Weighed[] best = new Weighed[PLACES];
        for (int place = 0; place < PLACES; place++) {
            for (Weighed candidate : candidates.get(place)) {
                best[place] = heavier(best[place], weigh(form, candidate));
            }
        }
        return best;
    }

    /** Of a word that is the same in all genders and cases, by {@link #place}. */
    static @Nullable Weighed[] unchanged(String form) {
        @Nullable Weighed[] all = new Weighed[PLACES];
        Arrays.fill(all, new Weighed(form, 0));
        return all;
    }

    /** The place of a reading in a gender and a case. */
    @SuppressWarnings("EnumOrdinal") // within one run only
    static int place(Gender gender, Case grammaticalCase) {
        return gender.ordinal() * CASES.length + grammaticalCase.ordinal();
    }

    /** What a form may come from in each gender and case, by {@link #place}, before the article is asked. */
    private List<List<Weighed>> candidates(String form) {
        List<List<Weighed>> known = RECENT.get(form);
        if (known == null) {
            List<Reading> readings = morphology.readings(form);
            List<Declension.Base> bases = Declension.bases(form);
            List<List<Weighed>> lists = new ArrayList<>(PLACES);
            for (Gender gender : GENDERS) {
                for (Case grammaticalCase : CASES) {
                    lists.add(candidates(form, readings, bases, gender, grammaticalCase));
                }
            }
            known = List.copyOf(lists);
            RECENT.put(form, known);
        }
        return known;
    }

    private List<Weighed> candidates(
            String form, List<Reading> readings, List<Declension.Base> bases, Gender gender, Case grammaticalCase) {
        List<Weighed> candidates = new ArrayList<>();
        boolean known = false;
        for (Reading reading : readings) {
            known |= reading.isName();
            if (isNameReading(reading, gender, grammaticalCase)) {
                candidates.add(new Weighed(nominative(form, reading, gender, grammaticalCase), DICTIONARY));
            } else if (isWordReading(form, reading, gender, grammaticalCase)) {
                candidates.add(new Weighed(reading.lemma(), LISTED - UNLIKELY));
            }
        }
        for (Declension.Base base : bases) {
            if (base.gender() == gender
                    && base.grammaticalCase() == grammaticalCase
                    && !base.plural()
                    && !isInanimate(form, base)) {
                int weight = weightOfBase(form, base);
                // What the dictionary has as a name is not declined by guess: Анна is no form of Анн.
                boolean guess = known && base.pattern() == Declension.Pattern.NOUN;
                candidates.add(new Weighed(base.nominative(), guess ? Math.min(weight, POSSIBLE) : weight));
            }
        }
        if (Declension.mayBeFixed(form, gender)) {
            candidates.add(new Weighed(form, weightOfFixed(form, gender)));
        }
        return List.copyOf(candidates);
    }

    /**
     * The likeliest nominative of a place or organization named by one word, in any of the cases.
     *
     * @param form the folded word
     * @param info what is known of it
     */
    String ofThing(String form, WordInfo info, EnumSet<Case> cases, boolean place) {
        Weighed best = new Weighed(form, 0);
        if (place && lexicon.isPlace(form)) {
            best = new Weighed(form, DICTIONARY + LISTED);
        }
        for (Reading reading : info.readings()) {
            if (reading.pos() == Reading.PartOfSpeech.NOUN && reading.name() == null) {
                boolean plural = reading.number() == GrammaticalNumber.PLURAL;
                boolean fits = reading.grammaticalCase() == null || cases.contains(reading.grammaticalCase());
                int weight = (plural ? LISTED : DICTIONARY) + (fits ? IN_ARTICLE : 0);
                String nominative = plural ? form : reading.lemma();
                if (!plural || reading.grammaticalCase() == Case.NOMINATIVE) {
                    weight += place && lexicon.isPlace(nominative) ? LISTED : 0;
                    best = heavier(best, weigh(form, new Weighed(nominative, weight)));
                }
            }
        }
        for (Declension.Base base : info.bases()) {
            boolean known = place && lexicon.isPlace(base.nominative());
            if (!place && isShortened(form)) {
                continue;
            }
            int weight = known ? DICTIONARY : weightOfBase(form, base);
            if (base.pattern() == Declension.Pattern.POSSESSIVE && !known) {
                continue;
            }
            if (base.gender() == Gender.FEMININE || base.gender() == Gender.NEUTER || base.plural()) {
                weight = known
                        ? weight
                        : Math.min(weight, UNLIKELY + (base.grammaticalCase() == Case.NOMINATIVE ? LIKELY : 0));
            }
            if (cases.contains(base.grammaticalCase())) {
                weight += IN_ARTICLE;
            }
            best = heavier(best, weigh(form, new Weighed(base.nominative(), weight)));
        }
        if (Declension.mayBeFixed(form, Gender.MASCULINE)) {
            best = heavier(best, new Weighed(form, weightOfFixed(form, Gender.MASCULINE)));
        }
        return best.form();
    }

    /** Газпром, Росатом, Ростелеком: the end of a shortened word, not the instrumental. */
    private static boolean isShortened(String form) {
        return form.endsWith("пром") || form.endsWith("атом") || form.endsWith("телеком");
    }

    /** A man is not in the accusative what he is in the nominative, unless his name is fixed. */
    private static boolean isInanimate(String form, Declension.Base base) {
        return base.gender() == Gender.MASCULINE
                && base.grammaticalCase() == Case.ACCUSATIVE
                && base.nominative().equals(form);
    }

    private static boolean isNameReading(Reading reading, Gender gender, Case grammaticalCase) {
        return reading.isName()
                && reading.number() != GrammaticalNumber.PLURAL
                && (reading.gender() == null || reading.gender() == gender)
                && (reading.grammaticalCase() == null || reading.grammaticalCase() == grammaticalCase);
    }

    /** A surname that is an ordinary noun: Соловей, Гриб. No man is Гриб in the accusative. */
    private static boolean isWordReading(String form, Reading reading, Gender gender, Case grammaticalCase) {
        return !reading.isName()
                && reading.pos() == Reading.PartOfSpeech.NOUN
                && gender == Gender.MASCULINE
                && reading.gender() == gender
                && reading.number() == GrammaticalNumber.SINGULAR
                && reading.grammaticalCase() == grammaticalCase
                && (grammaticalCase != Case.ACCUSATIVE || !reading.lemma().equals(form));
    }

    /** The dictionary's lemma is the masculine form of a surname or patronymic; of a woman's the ending tells. */
    private static String nominative(String form, Reading reading, Gender gender, Case grammaticalCase) {
        if (reading.grammaticalCase() == null) {
            return form;
        }
        if (reading.name() == NameKind.GIVEN || gender == Gender.MASCULINE) {
            return reading.lemma();
        }
        for (Declension.Base base : Declension.bases(form)) {
            boolean surname = base.pattern() != Declension.Pattern.NOUN || reading.name() == NameKind.PATRONYMIC;
            if (surname && base.gender() == gender && base.grammaticalCase() == grammaticalCase && !base.plural()) {
                return base.nominative();
            }
        }
        return grammaticalCase == Case.NOMINATIVE ? form : reading.lemma();
    }

    private Weighed weigh(String form, Weighed candidate) {
        String nominative = candidate.form();
        return !nominative.equals(form) && articleForms.contains(nominative)
                ? new Weighed(nominative, candidate.weight() + IN_ARTICLE)
                : candidate;
    }

    private static Weighed heavier(@Nullable Weighed one, Weighed other) {
        return one == null || other.weight() > one.weight() ? other : one;
    }

    private int weightOfBase(String form, Declension.Base base) {
        String nominative = base.nominative();
        boolean man = base.gender() == Gender.MASCULINE;
        char last = nominative.charAt(nominative.length() - 1);
        boolean vowel = last == 'а' || last == 'я';
        if (lexicon.isGiven(nominative) && man != vowel) {
            return LISTED;
        }
        if (base.pattern() == Declension.Pattern.POSSESSIVE) {
            return nominative.length() > 4 ? LISTED : UNLIKELY;
        }
        if (base.pattern() == Declension.Pattern.ADJECTIVE) {
            boolean surname = nominative.contains("ск") || nominative.contains("цк");
            return surname ? LISTED : base.gender() == Gender.FEMININE ? POSSIBLE : UNLIKELY;
        }
        if (lexicon.isSurname(nominative) && man) {
            return LISTED - UNLIKELY;
        }
        if (base.grammaticalCase() == Case.NOMINATIVE) {
            boolean oblique = form.endsWith("ом") || form.endsWith("ем") || form.endsWith("ым");
            return man == vowel ? UNLIKELY : oblique && form.length() > 4 ? UNLIKELY : LIKELY;
        }
        if (!man && vowel && form.length() > 4) {
            return POSSIBLE + 1;
        }
        return man && !vowel && last != 'о' && last != 'е' ? POSSIBLE : UNLIKELY;
    }

    private static int weightOfFixed(String form, Gender gender) {
        char last = form.charAt(form.length() - 1);
        return switch (last) {
            case 'о', 'э' -> LIKELY;
            case 'и' -> gender == Gender.FEMININE && form.length() > 4 ? POSSIBLE : LIKELY;
            case 'у', 'е', 'ю' -> form.length() <= 3 ? LIKELY : POSSIBLE - 2;
            default -> UNLIKELY;
        };
    }
}
