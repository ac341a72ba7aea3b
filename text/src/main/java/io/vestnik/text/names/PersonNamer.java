/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.Nominatives.Weighed;

/** Takes a person's name apart and puts it into the nominative; all its words agree in gender and case. */
final class PersonNamer {
    /** What a case is worth that the preposition or the noun before the name asks for. */
    private static final int GOVERNED = 15;

    /** Юлия Петрова is likelier she herself than «of Юлий Петров», whose name is rare. */
    private static final int WOMAN = 6;

    /** Алла Петрова is nobody else than herself, whatever stands before: no man is called «Алл». */
    private static final int ONLY_WOMAN = 20;

    /** From this weight on the first part of a double name is declined as well as the last. */
    private static final int LIKELY_DECLINED = 40;

    private static final List<Gender> GENDERS = List.of(Gender.MASCULINE, Gender.FEMININE);
    private static final Case[] CASES = Case.values();

    private final Scan scan;
    private final Nominatives nominatives;

    PersonNamer(Scan scan, Nominatives nominatives) {
        this.scan = scan;
        this.nominatives = nominatives;
    }

    /**
     * Reads the name of a span.
     *
     * @param governed cases that the context asks for; empty when it does not tell
     */
    PersonName read(NameSpan span, EnumSet<Case> governed) {
        List<Integer> words = new ArrayList<>();
        StringBuilder initials = new StringBuilder();
        for (int i = span.firstToken(); i < span.endToken(); i++) {
            Token token = scan.token(i);
            if (!token.isWord()) {
                continue;
            }
            boolean initial = token.text().length() == 1 && i + 1 < span.endToken() && scan.isPunctuation(i + 1, '.');
            if (initial) {
                initials.append(token.folded());
            } else {
                words.add(i);
            }
        }
        if (words.isEmpty()) {
            return new PersonName("", "", scan.text.slice(beginOf(span), endOf(span)), "", null);
        }
        Solved solved = isAsian(words) ? asian(words, governed) : solve(words, governed);
        return takeApart(words, solved, initials.toString());
    }

    private record Solved(List<String> forms, @Nullable Gender gender, boolean asian) {}

    private Solved solve(List<Integer> words, EnumSet<Case> governed) {
        @Nullable Weighed[][] nominatives = new Weighed[words.size()][];
        for (int k = 0; k < nominatives.length; k++) {
            nominatives[k] = nominatives(words.get(k));
        }
        int womanly = womanly(scan.token(words.get(0)).folded());
        int best = -1;
        int bestWeight = -1;
        Gender bestGender = null;
        boolean tie = false;
        for (Gender gender : GENDERS) {
            for (Case grammaticalCase : CASES) {
                int place = Nominatives.place(gender, grammaticalCase);
                int weight = weight(nominatives, place);
                if (weight < 0) {
                    continue;
                }
                weight += governed.contains(grammaticalCase) ? GOVERNED : 0;
                weight += gender == Gender.FEMININE && grammaticalCase == Case.NOMINATIVE ? womanly : 0;
                if (weight > bestWeight) {
                    tie = false;
                    best = place;
                    bestWeight = weight;
                    bestGender = gender;
                } else if (weight == bestWeight && gender != bestGender) {
                    tie = true;
                }
            }
        }
        List<String> forms = new ArrayList<>(nominatives.length);
        for (int k = 0; k < nominatives.length; k++) {
            Weighed form = best < 0 ? null : nominatives[k][best];
            forms.add(form == null ? scan.token(words.get(k)).folded() : form.form());
        }
        return new Solved(forms, tie ? null : bestGender, false);
    }

    /** What it is worth that a given name is one of women as it is written. */
    private int womanly(String given) {
        if (scan.lexicon.has("women", given)) {
            return WOMAN;
        }
        int size = given.length();
        boolean open = size > 3 && (given.endsWith("а") || given.endsWith("я"));
        if (!open || !scan.lexicon.isGiven(given)) {
            return 0;
        }
        String stem = given.substring(0, size - 1);
        boolean man =
                scan.lexicon.isGiven(stem) || scan.lexicon.isGiven(stem + "й") || scan.lexicon.isGiven(stem + "ь");
        return man ? 0 : ONLY_WOMAN;
    }

    /** What the words weigh together in one gender and case; -1 when one of them cannot be read so. */
    private static int weight(@Nullable Weighed[][] nominatives, int place) {
        int weight = 0;
        for (@Nullable Weighed[] ofWord : nominatives) {
            Weighed form = ofWord[place];
            if (form == null) {
                return -1;
            }
            weight += form.weight();
        }
        return weight;
    }

    /** The nominatives of a word, by {@link Nominatives#place}. */
    private @Nullable Weighed[] nominatives(int i) {
        Token token = scan.token(i);
        String folded = token.folded();
        int hyphen = folded.lastIndexOf('-');
        if ((!token.capitalized() && hyphen < 0) || scan.isLatin(i)) {
            return Nominatives.unchanged(folded);
        }
        @Nullable Weighed[] whole = nominatives.ofPerson(folded);
        if (hyphen <= 0 || hyphen + 3 > folded.length()) {
            return whole;
        }
        String first = folded.substring(0, hyphen);
        @Nullable Weighed[] before = nominatives.ofPerson(first);
        @Nullable Weighed[] after = nominatives.ofPerson(folded.substring(hyphen + 1));
        for (int place = 0; place < whole.length; place++) {
            Weighed last = after[place];
            Weighed joined = whole[place];
            if (last != null && (joined == null || joined.weight() < last.weight())) {
                Weighed declined = before[place];
                boolean both = declined != null && declined.weight() >= LIKELY_DECLINED;
                whole[place] = new Weighed(
                        (both && declined != null ? declined.form() : first) + "-" + last.form(), last.weight());
            }
        }
        return whole;
    }

    private boolean isAsian(List<Integer> words) {
        if (words.size() < 2 || words.size() > 3) {
            return false;
        }
        return asianSurname(words.get(0)) != null
                && !scan.info(words.get(words.size() - 1)).surnameByDictionary();
    }

    private @Nullable String asianSurname(int i) {
        String folded = scan.token(i).folded();
        if (scan.lexicon.has("asian-surnames", folded)) {
            return folded;
        }
        for (Declension.Base base : scan.info(i).bases()) {
            if (base.nominative().length() <= 5 && scan.lexicon.has("asian-surnames", base.nominative())) {
                return base.nominative();
            }
        }
        return null;
    }

    /** Of a Chinese or Korean name the last syllable declines, sometimes the surname too. */
    private Solved asian(List<Integer> words, EnumSet<Case> governed) {
        List<String> forms = new ArrayList<>();
        String surname = asianSurname(words.get(0));
        forms.add(surname == null ? scan.token(words.get(0)).folded() : surname);
        for (int k = 1; k < words.size() - 1; k++) {
            forms.add(scan.token(words.get(k)).folded());
        }
        int last = words.get(words.size() - 1);
        if (scan.token(last).text().length() <= 2) {
            forms.add(scan.token(last).folded());
        } else {
            forms.add(solve(List.of(last), governed).forms().get(0));
        }
        return new Solved(forms, null, true);
    }

    private PersonName takeApart(List<Integer> words, Solved solved, String initials) {
        List<String> forms = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            forms.add(Casing.like(scan.token(words.get(k)), solved.forms().get(k)));
        }
        if (solved.asian()) {
            // The surname stands first and is no key of its own: «Си» is too short to be declined or told apart.
            String given = String.join(" ", forms.subList(1, forms.size()));
            return new PersonName(forms.get(0), "", given, "", Gender.MASCULINE);
        }
        String patronymic = "";
        for (int k = 0; k < words.size(); k++) {
            if (words.size() > 1 && k > 0 && scan.info(words.get(k)).patronymic() && patronymic.isEmpty()) {
                patronymic = forms.get(k);
                forms.set(k, "");
            }
        }
        forms.removeIf(String::isEmpty);
        if (forms.size() == 1) {
            boolean given = !patronymic.isEmpty() || isGivenOnly(words.get(0), initials);
            return new PersonName(
                    given ? forms.get(0) : "", patronymic, given ? "" : forms.get(0), initials, solved.gender());
        }
        WordInfo first = scan.info(words.get(0));
        WordInfo second = scan.info(words.get(1));
        boolean surnameFirst = !first.given() && first.surname() && second.given() && !second.surnameByDictionary();
        String surname = surnameFirst ? forms.remove(0) : forms.remove(forms.size() - 1);
        return new PersonName(String.join(" ", forms), patronymic, surname, initials, solved.gender());
    }

    private boolean isGivenOnly(int i, String initials) {
        WordInfo info = scan.info(i);
        return initials.isEmpty() && info.given() && !info.surnameByDictionary();
    }

    private int beginOf(NameSpan span) {
        return scan.token(span.firstToken()).begin();
    }

    private int endOf(NameSpan span) {
        return scan.token(span.endToken() - 1).end();
    }
}
