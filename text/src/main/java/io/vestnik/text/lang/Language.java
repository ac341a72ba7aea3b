/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the language of a text by its script and its commonest words. */
public final class Language {
    /** ISO 639 code of a text whose language cannot be told. */
    public static final String UNDETERMINED = "und";

    /** Words looked at; more tell no more. */
    private static final int MAX_WORDS = 2000;

    private static final Map<String, Set<String>> CYRILLIC = Map.of(
            "ru",
                    Set.of(
                            "и", "в", "не", "на", "что", "с", "по", "это", "как", "из", "для", "его", "он", "от", "был",
                            "было", "о", "к", "а", "за", "также", "или", "после"),
            "uk",
                    Set.of(
                            "і", "в", "у", "не", "на", "що", "з", "та", "до", "це", "як", "для", "його", "він", "від",
                            "був", "про", "за", "також", "або", "після", "й"),
            "be",
                    Set.of(
                            "і", "у", "не", "на", "што", "з", "да", "гэта", "як", "для", "яго", "ён", "ад", "быў",
                            "пра", "за", "таксама", "або", "пасля"),
            "bg",
                    Set.of(
                            "и", "в", "не", "на", "че", "с", "по", "това", "как", "от", "за", "да", "се", "е", "са",
                            "ще", "със", "който", "беше", "след"),
            "sr",
                    Set.of(
                            "и", "у", "не", "на", "да", "са", "по", "то", "као", "од", "за", "је", "се", "су", "ће",
                            "који", "након", "што"));

    private static final Map<String, Set<String>> LATIN = Map.of(
            "en",
                    Set.of(
                            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as",
                            "he", "by", "at", "from", "said", "has", "have"),
            "de",
                    Set.of(
                            "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "ist",
                            "im", "dem", "nicht", "ein", "eine", "als"),
            "fr",
                    Set.of(
                            "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour", "qui",
                            "dans", "par", "plus", "au"),
            "es",
                    Set.of(
                            "de", "la", "que", "el", "en", "y", "a", "los", "se", "del", "las", "un", "por", "con",
                            "una", "para", "es", "al"),
            "it",
                    Set.of(
                            "di", "e", "il", "la", "che", "in", "a", "per", "un", "del", "è", "con", "non", "della",
                            "una", "da", "sono", "le"),
            "pt",
                    Set.of(
                            "de", "a", "o", "que", "e", "do", "da", "em", "um", "para", "com", "não", "uma", "os", "no",
                            "se", "na", "por"),
            "pl",
                    Set.of(
                            "w", "i", "na", "z", "się", "do", "nie", "że", "to", "jest", "o", "po", "jak", "od", "za",
                            "przez", "dla", "oraz"));

    private Language() {}

    /**
     * Detects the language.
     *
     * @return ISO 639-1 code; {@value #UNDETERMINED} for a text with too few letters or no known script
     */
    public static String detect(SourceText text) {
        Map<String, Integer> scripts = new LinkedHashMap<>();
        Map<String, Integer> votes = new LinkedHashMap<>();
        List<Token> tokens = text.tokens();
        int words = 0;
        int kazakh = 0;
        for (int i = 0; i < tokens.size() && words < MAX_WORDS; i++) {
            Token token = tokens.get(i);
            if (!token.isWord()) {
                continue;
            }
            words++;
            String script = script(token.folded().codePointAt(0));
            scripts.merge(script, token.end() - token.begin(), Integer::sum);
            vote(CYRILLIC, token.folded(), votes);
            vote(LATIN, token.folded(), votes);
            if (token.folded().chars().anyMatch(c -> c == 'қ' || c == 'ң' || c == 'ғ' || c == 'ұ')) {
                kazakh++;
            }
        }
        String script = best(scripts);
        return switch (script) {
            case "cyrillic" -> kazakh * 10 > words ? "kk" : cyrillic(votes, text);
            case "latin" -> latin(votes);
            default -> script;
        };
    }

    private static String cyrillic(Map<String, Integer> votes, SourceText text) {
        int ukrainian = 0;
        int belarusian = 0;
        int russian = 0;
        int limit = Math.min(text.length(), MAX_WORDS * 8);
        for (int i = 0; i < limit; i++) {
            switch (text.codePointAt(i)) {
                case 'ї', 'є', 'ґ', 'Ї', 'Є' -> ukrainian++;
                case 'ў', 'Ў' -> belarusian++;
                case 'ы', 'э', 'ё', 'Э' -> russian++;
                default -> {}
            }
        }
        if (belarusian > ukrainian && belarusian * 4 > russian) {
            return "be";
        }
        if (ukrainian > russian) {
            return "uk";
        }
        String word = bestOf(CYRILLIC, votes);
        // Letters that Bulgarian and Serbian do not have.
        if (russian > 0 && (word.equals("bg") || word.equals("sr") || word.equals("uk") || word.equals("be"))) {
            return "ru";
        }
        // A headline may have none of the common words; the likeliest Cyrillic text is Russian.
        return word.isEmpty() ? "ru" : word;
    }

    private static String latin(Map<String, Integer> votes) {
        String word = bestOf(LATIN, votes);
        return word.isEmpty() ? UNDETERMINED : word;
    }

    private static void vote(Map<String, Set<String>> lexicon, String word, Map<String, Integer> votes) {
        for (Map.Entry<String, Set<String>> language : lexicon.entrySet()) {
            if (language.getValue().contains(word)) {
                votes.merge(language.getKey(), 1, Integer::sum);
            }
        }
    }

    private static String bestOf(Map<String, Set<String>> lexicon, Map<String, Integer> votes) {
        String best = "";
        int most = 0;
        for (String language : lexicon.keySet().stream().sorted().toList()) {
            int count = votes.getOrDefault(language, 0);
            if (count > most || (count == most && count > 0 && isPreferred(language))) {
                best = language;
                most = count;
            }
        }
        return best;
    }

    private static boolean isPreferred(String language) {
        return language.equals("ru") || language.equals("en");
    }

    private static String best(Map<String, Integer> counts) {
        String best = UNDETERMINED;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    private static String script(int c) {
        if (Chars.isCyrillic(c)) {
            return "cyrillic";
        }
        if (Chars.isLatin(c)) {
            return "latin";
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN -> "zh";
            case HIRAGANA, KATAKANA -> "ja";
            case HANGUL -> "ko";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case GREEK -> "el";
            case ARMENIAN -> "hy";
            case GEORGIAN -> "ka";
            default -> UNDETERMINED;
        };
    }
}
