/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Decides whether a speaker is the one that gold names. */
public final class SpeakerMatcher {
    private static final Pattern JOINT = Pattern.compile(",| и ");
    private static final List<String> PATRONYMIC_ENDS = List.of("вич", "ич", "вна", "чна", "шна", "оглы", "кызы");

    private SpeakerMatcher() {}

    /**
     * Both open is right, one open is wrong. Persons that are named together ("A, B", "A и B") are compared as sets.
     *
     * @param found the speaker that was found; null when it was left open
     */
    public static boolean isSame(GoldSpeaker gold, @Nullable String found) {
        String speaker = gold.name();
        boolean open = speaker == null || speaker.isEmpty();
        if (speaker == null || open || found == null || found.isEmpty()) {
            return open && (found == null || found.isEmpty());
        }
        List<String> words = words(found);
        if (words(speaker).equals(words)
                || gold.aliases().stream().anyMatch(alias -> words(alias).equals(words))) {
            return true;
        }
        return gold.person() && areSamePersons(persons(speaker), persons(found));
    }

    private static boolean areSamePersons(List<String> gold, List<String> found) {
        return gold.size() == found.size()
                && gold.stream().allMatch(one -> found.stream().anyMatch(other -> isSamePerson(one, other)));
    }

    /**
     * The surname, which is the last word, is the same; the given name is the same, or is its initial, or is absent in
     * the one found. A patronymic is passed over. A given name that gold does not have is wrong.
     */
    static boolean isSamePerson(String gold, String found) {
        List<String> a = withoutPatronymic(words(gold));
        List<String> b = withoutPatronymic(words(found));
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (a.stream().sorted().toList().equals(b.stream().sorted().toList())) {
            return true;
        }
        if (!last(a).equals(last(b))) {
            return false;
        }
        if (b.size() == 1 || a.size() == 1) {
            return b.size() == 1;
        }
        int common = Math.min(a.size(), b.size()) - 1;
        for (int i = 0; i < common; i++) {
            if (!isSameGivenName(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameGivenName(String gold, String found) {
        boolean initial = found.codePointCount(0, found.length()) == 1;
        return gold.equals(found) || (initial && gold.startsWith(found));
    }

    private static List<String> withoutPatronymic(List<String> words) {
        if (words.size() <= 2) {
            return words;
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 || i == words.size() - 1 || !isPatronymic(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    private static boolean isPatronymic(String word) {
        return PATRONYMIC_ENDS.stream().anyMatch(end -> word.length() > end.length() && word.endsWith(end));
    }

    private static List<String> persons(String speakers) {
        List<String> persons = new ArrayList<>();
        for (String one : JOINT.split(speakers, -1)) {
            if (!one.codePoints().allMatch(WordCharacters::isSpace)) {
                persons.add(one);
            }
        }
        return persons;
    }

    /** The words in lower case, ё as е. What is not a letter or number parts them, a hyphen or combining mark too. */
    private static List<String> words(String string) {
        int[] text = LowerCase.of(string).replace('ё', 'е').codePoints().toArray();
        List<String> words = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || !WordCharacters.isWord(text[i])) {
                if (begin < i) {
                    words.add(new String(text, begin, i - begin));
                }
                begin = i + 1;
            }
        }
        return words;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
