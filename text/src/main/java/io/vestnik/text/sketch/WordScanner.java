/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into folded words: runs of letters and digits. Hyphens and dashes part words, so that their many forms
 * cannot tell two copies apart; a comma or full stop between digits does not. Time is linear in the length.
 */
public final class WordScanner {
    private static final int LONGEST_ENTITY = 8;
    private static final Set<String> SEPARATING_ENTITIES = Set.of(
            "nbsp", "quot", "laquo", "raquo", "mdash", "ndash", "amp", "lt", "gt", "ldquo", "rdquo", "bdquo", "lsquo",
            "rsquo", "hellip", "apos", "minus", "thinsp", "ensp", "emsp");
    private static final List<String> OPENING_ENTITIES = List.of("&quot;", "&laquo;", "&ldquo;", "&bdquo;", "&lsquo;");
    private static final String OPENERS = "\"«“„‘'([{";

    private final String text;
    private final List<FoldedWord> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean opens = true;
    private int begin;

    private WordScanner(String text) {
        this.text = text;
    }

    /** Gives the words of a text in their order. */
    public static List<FoldedWord> scan(String text) {
        WordScanner scanner = new WordScanner(text);
        scanner.run();
        return scanner.words;
    }

    private void run() {
        int i = 0;
        int lastInWord = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            int entity = c == '&' ? entityEnd(i) : -1;
            if (Character.isLetterOrDigit(c)) {
                if (word.isEmpty()) {
                    begin = i;
                }
                word.appendCodePoint(c);
                i += width;
                lastInWord = i;
            } else if (!word.isEmpty() && (isInvisible(c) || isSoftHyphen(i, entity))) {
                if (isMark(c)) {
                    word.appendCodePoint(c);
                    lastInWord = i + width;
                }
                i = entity > 0 ? entity : i + width;
            } else if (!word.isEmpty() && partsDecimals(c, i)) {
                word.append('.');
                i += width;
            } else {
                close(lastInWord);
                opens |= "\n.!?…:".indexOf(c) >= 0 || OPENERS.indexOf(c) >= 0 || (entity > 0 && opensHere(i));
                i = entity > 0 ? entity : i + width;
            }
        }
        close(lastInWord);
    }

    private void close(int end) {
        if (word.isEmpty()) {
            return;
        }
        String written = LookAlikes.unify(word.toString());
        words.add(new FoldedWord(begin, end, fold(written), Character.isUpperCase(written.codePointAt(0)), opens));
        word.setLength(0);
        opens = false;
    }

    /** Folds one written word: lower case, ё as е, composed й, no marks. */
    static String fold(String written) {
        StringBuilder folded = new StringBuilder(written.length());
        String lower = written.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            int last = folded.length() - 1;
            if (c == 'ё') {
                folded.append('е');
            } else if (c == '\u0306' && last >= 0 && folded.charAt(last) == 'и') {
                folded.setCharAt(last, 'й');
            } else if (!isMark(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private boolean partsDecimals(int c, int at) {
        return (c == ',' || c == '.')
                && Character.isDigit(word.charAt(word.length() - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isMark(int c) {
        return c >= '\u0300' && c <= '\u036f';
    }

    private static boolean isInvisible(int c) {
        return isMark(c) || c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufeff';
    }

    private boolean opensHere(int at) {
        return OPENING_ENTITIES.stream().anyMatch(entity -> text.startsWith(entity, at));
    }

    private boolean isSoftHyphen(int at, int entityEnd) {
        return entityEnd > 0 && text.startsWith("&shy;", at);
    }

    /** One past the semicolon of an HTML entity that starts here and stands for no letter; -1 if there is none. */
    private int entityEnd(int at) {
        int semicolon = text.indexOf(';', at);
        if (semicolon < 0 || semicolon - at > LONGEST_ENTITY) {
            return -1;
        }
        String name = text.substring(at + 1, semicolon);
        boolean known = SEPARATING_ENTITIES.contains(name) || "shy".equals(name) || name.startsWith("#");
        return known ? semicolon + 1 : -1;
    }
}
