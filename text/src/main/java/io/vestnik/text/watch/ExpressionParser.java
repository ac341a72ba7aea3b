/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.vestnik.text.themes.Theme;
import io.vestnik.text.watch.Expression.Field;
import io.vestnik.text.watch.ExpressionLexer.Kind;
import io.vestnik.text.watch.ExpressionLexer.Piece;

/**
 * Reads an expression by recursive descent: {@code any = all {OR all}}, {@code all = not {[AND] not}}, {@code not =
 * {NOT} part}, {@code part = word | "phrase" | field:value | (any)}.
 */
final class ExpressionParser {
    /** Deeper nesting would take the stack of whoever reads it. */
    private static final int DEEPEST = 50;

    /** More can match nothing that a person means. */
    private static final int LONGEST = 4000;

    private final List<Piece> pieces;
    private int at;
    private int depth;

    ExpressionParser(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, "the expression has more than " + LONGEST + " characters; part it into several watches");
        }
        this.pieces = ExpressionLexer.read(text);
    }

    Expression parse() {
        if (next().kind() == Kind.END) {
            throw new ExpressionException(1, "the expression is empty; write words, as пожар AND Москва");
        }
        Expression expression = any();
        if (next().kind() == Kind.CLOSE) {
            throw new ExpressionException(
                    next().column(), "this bracket closes none; take it away, or put ( where it should begin");
        }
        return expression;
    }

    private Expression any() {
        if (++depth > DEEPEST) {
            throw new ExpressionException(
                    next().column(), "brackets stand deeper than " + DEEPEST + "; part it into several watches");
        }
        List<Expression> parts = new ArrayList<>();
        parts.add(all());
        while (next().kind() == Kind.OR) {
            at++;
            parts.add(all());
        }
        depth--;
        return Expression.any(parts);
    }

    private Expression all() {
        List<Expression> parts = new ArrayList<>();
        parts.add(not());
        while (next().kind() != Kind.OR && next().kind() != Kind.CLOSE && next().kind() != Kind.END) {
            if (next().kind() == Kind.AND) {
                at++;
            }
            parts.add(not());
        }
        return Expression.all(parts);
    }

    private Expression not() {
        int negations = 0;
        while (next().kind() == Kind.NOT) {
            at++;
            negations++;
        }
        Expression part = part();
        // Twice taken back is said.
        return negations % 2 == 0 ? part : part instanceof Expression.Not not ? not.part() : new Expression.Not(part);
    }

    private Expression part() {
        Piece piece = next();
        at++;
        return switch (piece.kind()) {
            case OPEN -> brackets(piece);
            case PLAIN, QUOTED -> phrase(piece);
            case FIELD -> has(piece, pieces.get(at++));
            case CLOSE, END, AND, OR, NOT -> throw missing(piece);
        };
    }

    private Expression brackets(Piece open) {
        if (next().kind() == Kind.CLOSE) {
            throw new ExpressionException(next().column(), "nothing stands in these brackets; write words in them");
        }
        Expression inner = any();
        if (next().kind() != Kind.CLOSE) {
            throw new ExpressionException(
                    next().column(), "the bracket of column " + open.column() + " is not closed; put ) here");
        }
        at++;
        return inner;
    }

    private static Expression phrase(Piece piece) {
        List<String> words = WatchWords.words(piece.text());
        if (words.isEmpty()) {
            throw new ExpressionException(
                    piece.column(),
                    "'" + piece.text() + "' has neither a letter nor a digit; write a word, as пожар, or a phrase, as"
                            + " \"государственный долг\"");
        }
        return new Expression.Phrase(words);
    }

    private static Expression has(Piece name, Piece value) {
        Field field = Arrays.stream(Field.values())
                .filter(known -> known.id().equals(name.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ExpressionException(
                        name.column(),
                        "there is no field '" + name.text() + "'; the fields are "
                                + Arrays.stream(Field.values()).map(Field::id).collect(Collectors.joining(", "))
                                + ". A colon that is meant as such goes into quotation marks"));
        String text = value.text().strip();
        if (text.isEmpty()) {
            throw new ExpressionException(value.column(), "the value of " + field.id() + " is empty; name one");
        }
        if (field == Field.THEME && Theme.of(text.toLowerCase(Locale.ROOT)).isEmpty()) {
            throw new ExpressionException(
                    value.column(),
                    "there is no theme '" + text + "'; the themes are "
                            + Arrays.stream(Theme.values()).map(Theme::id).collect(Collectors.joining(", ")));
        }
        boolean code = field == Field.THEME || field == Field.LANGUAGE;
        return new Expression.Has(field, code ? text.toLowerCase(Locale.ROOT) : text);
    }

    private static ExpressionException missing(Piece found) {
        String instead = found.kind() == Kind.END ? "the end" : "'" + found.text() + "'";
        return new ExpressionException(
                found.column(),
                "a word, a phrase, a field or ( should stand here, not " + instead
                        + "; operators (AND, OR, NOT; И, ИЛИ, НЕ) stand between words; an operator that is meant as a word"
                        + " goes into quotation marks");
    }

    private Piece next() {
        return pieces.get(Math.min(at, pieces.size() - 1));
    }
}
