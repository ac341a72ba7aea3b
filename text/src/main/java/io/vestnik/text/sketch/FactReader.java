/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import com.dynatrace.hash4j.hashing.Hasher64;

/** Finds the numbers and names of a text and the frames that they stand in. */
final class FactReader {
    private static final int SHOUTED_RUN = 3;

    /** What may follow the digits of a number written in one word with its unit. */
    private static final int LONGEST_UNIT = 3;

    /** Most words of a name in quotation marks; a longer stretch is something said. */
    private static final int LONGEST_QUOTED = 3;

    /** A fact further off from the word before is one of a list, where the words around say nothing. */
    private static final int FARTHEST = 4;

    private static final int MARK_BITS = 5;
    private static final int LOW_BITS = (1 << MARK_BITS) - 1;
    private static final String QUOTES = "\"«»“”„‘’'&;";
    private static final String SENTENCE_ENDS = ".!?…\n";

    /** Words that say a number, a day or a month without a capital. */
    private static final Set<String> WORDED = Set.of(
            ("один одна одну одного два две двух двое три трех трое четыре четырех пять пяти шесть шести семь семи восемь"
                            + " восьми девять девяти десять десяти одиннадцать двенадцать"
                            + " понедельник понедельника вторник вторника среду среды четверг четверга пятницу пятницы"
                            + " субботу субботы воскресенье воскресенья"
                            + " январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая"
                            + " мае июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре октябрь"
                            + " октября октябре ноябрь ноября ноябре декабрь декабря декабре"
                            + " two three four five six seven eight nine ten eleven twelve")
                    .split(" "));

    /** Marks of first letter, last letter and length of those words; nearly all others are told from them by these. */
    private static final BitSet WORDED_MARKS = new BitSet();

    static {
        WORDED.forEach(word -> WORDED_MARKS.set(mark(word)));
    }

    private enum Kind {
        PLAIN,
        NUMBER,
        NAME,
        /** The first word of a sentence before a name: part of it or not. */
        DOUBTFUL
    }

    private final String text;
    private final List<FoldedWord> words;
    private final JoinedWords joined;
    private final Hasher64 hasher;
    private final Kind[] kinds;

    FactReader(ArticleWords article, JoinedWords joined, Hasher64 hasher) {
        this.text = article.text();
        this.words = article.words();
        this.joined = joined;
        this.hasher = hasher;
        this.kinds = new Kind[words.size()];
        readKinds();
    }

    /** Writes the facts in their order; gives how many they are. */
    int read(long[] facts) {
        int count = 0;
        for (int first = 0; first < kinds.length; first++) {
            if (kinds[first] == Kind.PLAIN) {
                continue;
            }
            int end = first + 1;
            while (end < kinds.length && kinds[end] != Kind.PLAIN && !opensSentence(end)) {
                end++;
            }
            long before = first == 0 || opensSentence(first) || kinds[first - 1] != Kind.PLAIN
                    ? 0
                    : joined.hash(hasher, first - 1);
            long after = end == kinds.length || opensSentence(end) ? 0 : joined.hash(hasher, end);
            for (int i = first; i < end; i++) {
                if (kinds[i] != Kind.DOUBTFUL) {
                    facts[count++] = fact(i, i - first, before, after);
                }
            }
            first = end - 1;
        }
        return count;
    }

    private long fact(int word, int distance, long before, long after) {
        long hash = joined.hash(hasher, word);
        long frame = distance < FARTHEST ? hasher.hashLongLongLongToLong(before, after, distance) : hash;
        return kinds[word] == Kind.NUMBER
                ? Facts.of(Features.NUMBER, hash, 0, frame)
                : Facts.of(Features.NAME, hash, Facts.letters(words.get(word).folded()), frame);
    }

    private void readKinds() {
        boolean[] shouted = shouted(text, words);
        for (int i = words.size() - 1; i >= 0; i--) {
            FoldedWord word = words.get(i);
            if (isNumber(word)) {
                kinds[i] = Kind.NUMBER;
            } else if (!word.capital() || shouted[i] || word.folded().length() == 1) {
                kinds[i] = Kind.PLAIN;
            } else if (!word.opens() || isQuotedName(i)) {
                kinds[i] = Kind.NAME;
            } else {
                kinds[i] = i + 1 < kinds.length && kinds[i + 1] == Kind.NAME && isOneSpaceOff(i + 1)
                        ? Kind.DOUBTFUL
                        : Kind.PLAIN;
            }
        }
    }

    private static int mark(String word) {
        int length = word.length();
        return ((word.charAt(0) & LOW_BITS) << (2 * MARK_BITS))
                | ((word.charAt(length - 1) & LOW_BITS) << MARK_BITS)
                | (length & LOW_BITS);
    }

    private static boolean isNumber(FoldedWord word) {
        if (!word.number()) {
            return WORDED_MARKS.get(mark(word.folded())) && WORDED.contains(word.folded());
        }
        int digits = 0;
        String folded = word.folded();
        for (int i = 0; i < folded.length(); i++) {
            digits += Character.isDigit(folded.charAt(i)) ? 1 : 0;
        }
        // A digit among letters is more often a letter misread.
        return digits * 2 >= folded.length()
                || (Character.isDigit(folded.charAt(0)) && folded.length() - digits <= LONGEST_UNIT);
    }

    /** Whether a word that opens a quotation is the first of a few that are all of it. */
    private boolean isQuotedName(int first) {
        int begin = words.get(first).begin();
        if (begin == 0 || QUOTES.indexOf(text.charAt(begin - 1)) < 0) {
            return false;
        }
        for (int i = first; i < Math.min(words.size(), first + LONGEST_QUOTED); i++) {
            int end = words.get(i).end();
            if (end < text.length() && QUOTES.indexOf(text.charAt(end)) >= 0) {
                return true;
            }
            if (i + 1 == words.size() || !isOneSpaceOff(i + 1)) {
                return false;
            }
        }
        return false;
    }

    private boolean isOneSpaceOff(int word) {
        int end = words.get(word - 1).end();
        return words.get(word).begin() == end + 1 && text.charAt(end) == ' ';
    }

    private boolean opensSentence(int word) {
        if (word == 0 || !words.get(word).opens()) {
            return word == 0;
        }
        for (int i = words.get(word - 1).end(); i < words.get(word).begin(); i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Marks the words in runs of capitals, where a capital letter tells no name. */
    private static boolean[] shouted(String text, List<FoldedWord> words) {
        boolean[] shouted = new boolean[words.size()];
        int run = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && isShouted(text, words.get(i))) {
                run++;
                continue;
            }
            Arrays.fill(shouted, i - run, i, run >= SHOUTED_RUN);
            run = 0;
        }
        return shouted;
    }

    private static boolean isShouted(String text, FoldedWord word) {
        if (!word.capital() && !word.number()) {
            return false;
        }
        for (int i = word.begin(); i < word.end(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
