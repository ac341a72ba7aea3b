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

    /** Characters looked at for the letters that tell East Slavic languages apart. */
    private static final int MAX_LETTERS = MAX_WORDS * 8;

    /** One past the last letter of the word lists' scripts. */
    private static final int LETTERS_END = 0x530;

    private static final String CYRILLIC = "cyrillic";
    private static final String LATIN = "latin";

    private static final Map<String, Set<String>> WORDS = WordLists.read(Language.class, "languages.txt");
    /** The languages that have common words in the lists, in alphabetical order of script and code. */
    private static final List<String> SECTIONS = WORDS.keySet().stream()
            .filter(section -> section.startsWith(CYRILLIC) || section.startsWith(LATIN))
            .toList();

    /** The languages that have a word among their commonest: a bit for each place in the sections. */
    private static final Map<String, Integer> COMMON = common();

    /**
     * What a written form tells of the language.
     *
     * @param script of its first letter
     * @param languages that have it among their commonest words, a bit for each place in the sections
     */
    private record Hint(String script, int languages) {}

    /** Of most words, and one for all of them, so that it need not be fetched from memory for each. */
    private static final Hint CYRILLIC_ONLY = new Hint(CYRILLIC, 0);

    private static final LexemeNotes<Hint> HINTS = new LexemeNotes<>();

    /** The languages that alone have certain letters, by the place of their count in a sum of {@link #LETTERS}. */
    private static final int KAZAKH = 0;

    private static final int UKRAINIAN = 16;
    private static final int BELARUSIAN = 32;
    private static final int RUSSIAN = 48;

    /** What a letter adds to the four counts, which are kept in one number of 16 bits each. */
    private static final long[] LETTERS = new long[LETTERS_END];

    static {
        mark("letters-kk", KAZAKH);
        mark("letters-uk", UKRAINIAN);
        mark("letters-be", BELARUSIAN);
        mark("letters-ru", RUSSIAN);
    }

    private Language() {}

    private static Map<String, Integer> common() {
        Map<String, Integer> common = new LinkedHashMap<>();
        for (int i = 0; i < SECTIONS.size(); i++) {
            for (String word : WordLists.section(WORDS, SECTIONS.get(i))) {
                common.merge(word, 1 << i, (a, b) -> a | b);
            }
        }
        return common;
    }

    private static void mark(String section, int language) {
        for (String letter : WordLists.section(WORDS, section)) {
            LETTERS[letter.charAt(0)] |= 1L << language;
            // Of Kazakh the folded words are looked at; the other lists name the capitals that they mean.
            if (language == KAZAKH) {
                LETTERS[Character.toUpperCase(letter.charAt(0))] |= 1L << language;
            }
        }
    }

    /**
     * Detects the language.
     *
     * @return ISO 639-1 code; {@value #UNDETERMINED} for a text with too few letters or no known script
     */
    public static String detect(SourceText text) {
        ScriptCounts scripts = new ScriptCounts();
        int[] votes = new int[SECTIONS.size()];
        List<Token> tokens = text.tokens();
        long letters = letters(text);
        boolean mayBeKazakh = count(KAZAKH, letters) > 0 || text.length() > MAX_LETTERS;
        int words = 0;
        int kazakh = 0;
        for (int i = 0; i < tokens.size() && words < MAX_WORDS; i++) {
            Token token = tokens.get(i);
            if (!token.isWord()) {
                continue;
            }
            words++;
            Hint hint = hint(token);
            scripts.add(hint.script(), token.end() - token.begin());
            for (int rest = hint.languages(); rest != 0; rest &= rest - 1) {
                votes[Integer.numberOfTrailingZeros(rest)]++;
            }
            kazakh += mayBeKazakh && count(KAZAKH, letters(token.folded())) > 0 ? 1 : 0;
        }
        String script = scripts.best();
        return switch (script) {
            case CYRILLIC -> kazakh * 10 > words ? "kk" : cyrillic(votes, letters);
            case LATIN -> latin(votes);
            default -> script;
        };
    }

    private static long letters(String word) {
        long sum = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            sum += c < LETTERS_END ? LETTERS[c] : 0;
        }
        return sum;
    }

    private static long letters(SourceText text) {
        int limit = Math.min(text.length(), MAX_LETTERS);
        long sum = 0;
        for (int i = 0; i < limit; i++) {
            int c = text.codePointAt(i);
            sum += c < LETTERS_END ? LETTERS[c] : 0;
        }
        return sum;
    }

    private static int count(int language, long letters) {
        return (int) (letters >>> language) & 0xFFFF;
    }

    private static String cyrillic(int[] votes, long letters) {
        int ukrainian = count(UKRAINIAN, letters);
        int belarusian = count(BELARUSIAN, letters);
        int russian = count(RUSSIAN, letters);
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

    private static String latin(int[] votes) {
        String word = bestOf(LATIN, votes);
        return word.isEmpty() ? UNDETERMINED : word;
    }

    /** Spares most words the search among the common ones. */
    private static Hint hint(Token token) {
        Hint hint = HINTS.get(token.lexeme());
        if (hint == null) {
            String word = token.folded();
            hint = new Hint(script(word.codePointAt(0)), COMMON.getOrDefault(word, 0));
            hint = hint.equals(CYRILLIC_ONLY) ? CYRILLIC_ONLY : hint;
            HINTS.put(token.lexeme(), hint);
        }
        return hint;
    }

    private static String bestOf(String script, int[] votes) {
        String best = "";
        int most = 0;
        for (int i = 0; i < votes.length; i++) {
            if (SECTIONS.get(i).startsWith(script)) {
                String language = SECTIONS.get(i).substring(script.length() + 1);
                if (votes[i] > most || (votes[i] == most && most > 0 && isPreferred(language))) {
                    best = language;
                    most = votes[i];
                }
            }
        }
        return best;
    }

    private static boolean isPreferred(String language) {
        return language.equals("ru") || language.equals("en");
    }

    /** Characters by script; of equal counts the script that came first is the greatest. */
    private static final class ScriptCounts {
        private final Map<String, int[]> counts = new LinkedHashMap<>();
        private String last = "";
        private int[] lastCount = new int[1];

        void add(String script, int characters) {
            // Nearly always the script of the word before.
            if (!script.equals(last)) {
                last = script;
                lastCount = counts.computeIfAbsent(script, s -> new int[1]);
            }
            lastCount[0] += characters;
        }

        String best() {
            String best = UNDETERMINED;
            int most = 0;
            for (Map.Entry<String, int[]> entry : counts.entrySet()) {
                if (entry.getValue()[0] > most) {
                    best = entry.getKey();
                    most = entry.getValue()[0];
                }
            }
            return best;
        }
    }

    private static String script(int c) {
        if (Chars.isCyrillic(c)) {
            return CYRILLIC;
        }
        if (Chars.isLatin(c)) {
            return LATIN;
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
