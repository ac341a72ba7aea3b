/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression into what its parser reads. */
final class ExpressionLexer {
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        /** A run of other characters. */
        PLAIN,
        /** What stands in quotation marks. */
        QUOTED,
        /** The name of a field with its colon, nothing between it and its value. */
        FIELD,
        END
    }

    /**
     * A piece.
     *
     * @param text what it says, marks left out
     * @param column where it begins, in code points from 1
     */
    record Piece(Kind kind, String text, int column) {}

    private final int[] text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private ExpressionLexer(String text) {
        this.text = text.codePoints().toArray();
    }

    /** The pieces of an expression, the last one {@link Kind#END}. */
    static List<Piece> read(String text) {
        ExpressionLexer lexer = new ExpressionLexer(text);
        lexer.run();
        return lexer.pieces;
    }

    /** Whether a word is written like an operator, in capitals or not. */
    static boolean isOperator(String word) {
        return operator(word.toUpperCase(Locale.ROOT)) != Kind.PLAIN;
    }

    private static Kind operator(String word) {
        return switch (word) {
            case "AND", "И" -> Kind.AND;
            case "OR", "ИЛИ" -> Kind.OR;
            case "NOT", "НЕ" -> Kind.NOT;
            default -> Kind.PLAIN;
        };
    }

    /** The mark that closes what this one opens; -1 when it opens nothing. */
    private static int closing(int mark) {
        return switch (mark) {
            case '"' -> '"';
            case '«' -> '»';
            case '“' -> '”';
            case '„' -> '“';
            default -> -1;
        };
    }

    private static boolean isMark(int c) {
        return closing(c) >= 0;
    }

    /** Whether a value needs no quotation marks behind its colon. */
    static boolean isPlain(String value) {
        return !value.isEmpty() && value.codePoints().allMatch(c -> isWordy(c) || c == '.' || c == '-' || c == '_');
    }

    private void run() {
        while (at < text.length) {
            int c = text[at];
            if (isBlank(c)) {
                at++;
            } else if (c == '(') {
                add(Kind.OPEN, "(", at++);
            } else if (c == ')') {
                add(Kind.CLOSE, ")", at++);
            } else if (isMark(c)) {
                quoted();
            } else if (c == '-' || c == '!') {
                add(Kind.NOT, Character.toString(c), at++);
            } else {
                plain();
            }
        }
        add(Kind.END, "", text.length);
    }

    private void quoted() {
        int from = at;
        int close = closing(text[at++]);
        StringBuilder value = new StringBuilder();
        while (at < text.length && text[at] != close) {
            if (text[at] == '\\' && at + 1 < text.length) {
                at++;
            }
            value.appendCodePoint(text[at++]);
        }
        if (at == text.length) {
            throw new ExpressionException(
                    from + 1,
                    "the quotation mark " + Character.toString(text[from]) + " is not closed; put "
                            + Character.toString(close) + " behind the last word");
        }
        at++;
        add(Kind.QUOTED, value.toString(), from);
    }

    private void plain() {
        int from = at;
        while (at < text.length
                && !isBlank(text[at])
                && text[at] != '('
                && text[at] != ')'
                && text[at] != ':'
                && !isMark(text[at])) {
            at++;
        }
        String word = new String(text, from, at - from);
        if (at < text.length && text[at] == ':') {
            at++;
            if (at == text.length || isBlank(text[at]) || text[at] == ')') {
                throw new ExpressionException(
                        at + 1,
                        "behind " + word + ": stands no value; write it without a blank, as name:\"Иван Петров\"");
            }
            add(Kind.FIELD, word, from);
            if (!isMark(text[at])) {
                value();
            }
        } else {
            Kind kind = operator(word);
            if (kind == Kind.PLAIN && isOperator(word)) {
                throw new ExpressionException(
                        from + 1,
                        "'" + word + "' is written like an operator; write " + word.toUpperCase(Locale.ROOT)
                                + " for the operator, or \"" + word + "\" for the word");
            }
            add(kind, word, from);
        }
    }

    /** A value without marks, in which a hyphen is a hyphen and AND a word. */
    private void value() {
        int from = at;
        while (at < text.length && !isBlank(text[at]) && text[at] != '(' && text[at] != ')') {
            at++;
        }
        add(Kind.PLAIN, new String(text, from, at - from), from);
    }

    private void add(Kind kind, String value, int from) {
        pieces.add(new Piece(kind, value, from + 1));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWordy(int c) {
        return Character.isLetterOrDigit(c);
    }
}
