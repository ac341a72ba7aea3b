/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells the language of a text by its script and its commonest words. */
public final class Language {
    /** ISO 639 code of a text whose language cannot be told. */
    public static final String UNDETERMINED = "und";

    /** Words looked at; more tell no more. */
    private static final int MAX_WORDS = 2000;

    private static final Map<String, Set<String>> WORDS = WordLists.read(Language.class, "languages.txt");
    private static final Map<String, Set<String>> CYRILLIC = lexicon("cyrillic-");

    private static final Map<String, Set<String>> LATIN = lexicon("latin-");

    private static final Set<String> KAZAKH = WordLists.section(WORDS, "letters-kk");
    private static final Set<String> UKRAINIAN = WordLists.section(WORDS, "letters-uk");
    private static final Set<String> BELARUSIAN = WordLists.section(WORDS, "letters-be");
    private static final Set<String> RUSSIAN = WordLists.section(WORDS, "letters-ru");

    private Language() {}

    private static Map<String, Set<String>> lexicon(String prefix) {
        Map<String, Set<String>> lexicon = new TreeMap<>();
        WORDS.forEach((section, words) -> {
            if (section.startsWith(prefix)) {
                lexicon.put(section.substring(prefix.length()), words);
            }
        });
        return lexicon;
    }

    private static boolean has(Set<String> letters, int c) {
        return letters.contains(Character.toString(c));
    }

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
            if (token.folded().codePoints().anyMatch(c -> has(KAZAKH, c))) {
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
            int c = text.codePointAt(i);
            if (c < 0x400) {
                continue;
            }
            ukrainian += has(UKRAINIAN, c) ? 1 : 0;
            belarusian += has(BELARUSIAN, c) ? 1 : 0;
            russian += has(RUSSIAN, c) ? 1 : 0;
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
        for (String language : lexicon.keySet()) {
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
