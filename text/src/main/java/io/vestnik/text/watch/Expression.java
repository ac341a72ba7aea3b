/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a watch asks an article for. Its printed form is canonical: it reads as this very expression, and expressions
 * that differ in blanks, brackets or marks alone print alike.
 */
public sealed interface Expression {
    /** A part of an article that is asked for by name. */
    enum Field {
        /** An entity, by its canonical name or its id. */
        NAME,
        /** The publisher, by its name or host. */
        OUTLET,
        /** Who is quoted, by name or entity id. */
        SPEAKER,
        /** The theme. */
        THEME,
        /** The language, ISO 639-1. */
        LANGUAGE;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** As it is written in front of the colon. */
        public String id() {
            return id;
        }
    }

    /**
     * Words that stand side by side in the title or in the text, in any of their forms.
     *
     * @param words at least one, in the form that {@link WatchWords} gives
     */
    record Phrase(List<String> words) implements Expression {
        /** A phrase; the list is copied. */
        public Phrase {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a phrase needs a word");
            }
        }

        @Override
        public String toString() {
            return words.size() == 1 && !ExpressionLexer.isOperator(words.get(0))
                    ? words.get(0)
                    : '"' + String.join(" ", words) + '"';
        }
    }

    /**
     * A value that the article has in a field.
     *
     * @param value as it was given, white space around it left out; not empty
     */
    record Has(Field field, String value) implements Expression {
        @Override
        public String toString() {
            boolean plain = ExpressionLexer.isPlain(value);
            return field.id() + ":"
                    + (plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
    }

    /**
     * All of several.
     *
     * @param parts at least two, none of them an All
     */
    record All(List<Expression> parts) implements Expression {
        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Any ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" AND "));
        }
    }

    /**
     * One of several.
     *
     * @param parts at least two, none of them an Any
     */
    record Any(List<Expression> parts) implements Expression {
        @Override
        public String toString() {
            return parts.stream().map(Expression::toString).collect(Collectors.joining(" OR "));
        }
    }

    /** What the article must not be. */
    record Not(Expression part) implements Expression {
        @Override
        public String toString() {
            return "NOT " + (part instanceof All || part instanceof Any ? "(" + part + ")" : part.toString());
        }
    }

    /** All of the parts; the part itself when there is one. */
    static Expression all(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof All all ? all.parts() : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new All(List.copyOf(flat));
    }

    /** One of the parts; the part itself when there is one. */
    static Expression any(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Any any ? any.parts() : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new Any(List.copyOf(flat));
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException when it is none; tells what is wrong, where, and what would be right
     */
    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }
}
