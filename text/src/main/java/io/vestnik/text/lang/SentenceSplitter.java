/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.vestnik.text.Span;

/**
 * Finds the ends of sentences. A line break ends a sentence unless the next line goes on in lower case after no
 * terminal mark. One pass over the tokens.
 */
public final class SentenceSplitter {
    private static final Map<String, Set<String>> WORDS = WordLists.read(SentenceSplitter.class, "abbreviations.txt");

    /** Abbreviations that are followed by more of their sentence, whatever the case of it. */
    private static final Set<String> ALWAYS_FOLLOWED = WordLists.section(WORDS, "always-followed");

    /** Abbreviations that may end a sentence: they do before a capital letter. */
    private static final Set<String> MAY_END = WordLists.section(WORDS, "may-end");

    private static final Set<String> ENDS_BEFORE_ANYTHING = WordLists.section(WORDS, "ends-before-anything");

    private static final Set<String> MONTHS = WordLists.section(WORDS, "months");

    /** A dateline is not longer than this. */
    private static final int DATELINE_TOKENS = 8;

    /** A word of more letters before a full stop is not shortened. */
    private static final int LONGEST_SHORTENED = 3;

    private final int[] text;
    private final List<Token> tokens;
    private final List<Span> sentences = new ArrayList<>();

    private SentenceSplitter(int[] text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static List<Span> split(int[] codePoints, List<Token> tokens) {
        SentenceSplitter splitter = new SentenceSplitter(codePoints, tokens);
        splitter.run();
        return List.copyOf(splitter.sentences);
    }

    private void run() {
        int first = 0;
        int i = 0;
        while (i < tokens.size()) {
            int end = endAfter(first, i);
            if (end > i || i == tokens.size() - 1) {
                int last = Math.max(end - 1, i);
                sentences.add(
                        new Span(tokens.get(first).begin(), tokens.get(last).end()));
                first = last + 1;
                i = first;
            } else {
                i++;
            }
        }
    }

    /** One past the last token of the sentence if it ends with token i and the marks that close it; i otherwise. */
    private int endAfter(int first, int i) {
        Token token = tokens.get(i);
        int terminal = terminalKind(token);
        int next = i + 1;
        if (terminal != 0) {
            while (next < tokens.size() && closes(next)) {
                next++;
            }
            // «Да». and «Да!».: the mark of the reporter's sentence stands outside.
            if (next > i + 1 && next < tokens.size() && isStop(tokens.get(next)) && adjacent(next)) {
                next++;
            }
        }
        if (next >= tokens.size()) {
            return terminal != 0 ? next : i;
        }
        if (breaksLine(next - 1, next)) {
            return terminal != 0 || !startsLower(next) || isBlankLine(next - 1, next) ? next : i;
        }
        if (terminal == 0 || !mayBegin(next)) {
            return i;
        }
        if (terminal == '.' && next == i + 1 && !endsAtStop(first, i)) {
            return i;
        }
        return next;
    }

    /** Zero when the token ends no sentence; a full stop when it is one full stop; an exclamation mark otherwise. */
    private static int terminalKind(Token token) {
        if (token.kind() != TokenKind.PUNCTUATION) {
            return 0;
        }
        return switch (token.text().charAt(0)) {
            case '.' -> token.text().length() == 1 ? '.' : '!';
            case '!', '?', '\u2026' -> '!';
            default -> 0;
        };
    }

    private static boolean isStop(Token token) {
        return token.kind() == TokenKind.PUNCTUATION && token.text().equals(".");
    }

    private boolean adjacent(int i) {
        return tokens.get(i - 1).end() == tokens.get(i).begin();
    }

    /** Whether the token closes a quotation or bracket that the sentence before it stands in. */
    private boolean closes(int i) {
        Token token = tokens.get(i);
        if (token.kind() != TokenKind.PUNCTUATION || !adjacent(i)) {
            return false;
        }
        int c = token.initial();
        return Chars.mayClose(c)
                || c == ')'
                || c == ']'
                || (c == '\'' && token.text().length() == 2);
    }

    /** Whether a sentence can begin with the token: what goes on in lower case or with a comma is no new sentence. */
    private boolean mayBegin(int i) {
        int at = i;
        int limit = Math.min(tokens.size(), i + 4);
        boolean dash = false;
        while (at < limit) {
            Token token = tokens.get(at);
            if (token.kind() != TokenKind.PUNCTUATION) {
                break;
            }
            int c = token.initial();
            if (c == ',' || c == ';' || c == ':' || c == '.' || c == ')' || c == '!' || c == '?') {
                return false;
            }
            dash |= Chars.isDash(c);
            at++;
        }
        if (at >= tokens.size()) {
            return true;
        }
        int c = tokens.get(at).initial();
        if (Character.isLowerCase(c)) {
            return false;
        }
        return !dash || !Character.isDigit(c);
    }

    private boolean startsLower(int i) {
        return Character.isLowerCase(tokens.get(i).initial());
    }

    private boolean breaksLine(int before, int after) {
        for (int at = tokens.get(before).end(); at < tokens.get(after).begin(); at++) {
            if (Chars.isLineBreak(text[at])) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlankLine(int before, int after) {
        int breaks = 0;
        for (int at = tokens.get(before).end(); at < tokens.get(after).begin(); at++) {
            if (Chars.isLineBreak(text[at])) {
                breaks++;
            }
        }
        return breaks > 1;
    }

    /** Whether the single full stop at token i, before what could begin a sentence, does end one. */
    private boolean endsAtStop(int first, int i) {
        if (i == first) {
            return true;
        }
        Token before = tokens.get(i - 1);
        Token next = tokens.get(i + 1);
        if (before.end() != tokens.get(i).begin()) {
            return true;
        }
        boolean gap = tokens.get(i).end() < next.begin();
        if (before.kind() == TokenKind.NUMBER) {
            // A number alone at the beginning is the count of a list.
            return gap && i - 1 > first;
        }
        if (before.kind() != TokenKind.WORD) {
            return gap || next.capitalized();
        }
        if (isDateline(first, i)) {
            return false;
        }
        String word = before.folded();
        if (word.length() == 1 && before.capitalized()) {
            return !next.isWord() || !next.capitalized();
        }
        if (MAY_END.contains(word)) {
            boolean counted = i >= 2 && tokens.get(i - 2).kind() == TokenKind.NUMBER;
            boolean others = ENDS_BEFORE_ANYTHING.contains(word);
            return (counted || others || word.length() > 2) && next.kind() != TokenKind.NUMBER;
        }
        if (ALWAYS_FOLLOWED.contains(word)) {
            return false;
        }
        return gap || next.text().length() > 1 || (word.length() > LONGEST_SHORTENED && !stopsAt(i + 2));
    }

    /** Whether the token is a full stop: then the letter before it is an initial. */
    private boolean stopsAt(int i) {
        return i < tokens.size() && isStop(tokens.get(i));
    }

    /** «Москва. 4 февраля. ТАСС»: a place and a date, each with its full stop, at the beginning of a line. */
    private boolean isDateline(int first, int i) {
        if (i - first > DATELINE_TOKENS || (first > 0 && !breaksLine(first - 1, first))) {
            return false;
        }
        Token next = tokens.get(i + 1);
        if (next.kind() == TokenKind.NUMBER) {
            return i + 2 < tokens.size() && MONTHS.contains(tokens.get(i + 2).folded());
        }
        return MONTHS.contains(tokens.get(i - 1).folded()) && i - first >= 4 && next.capitalized();
    }
}
