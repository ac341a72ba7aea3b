/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Tells the names of a text that were not found as they are, so that one can read what a figure is made of. */
public final class NameMistakes {
    private NameMistakes() {}

    /**
     * Compares the names of one text; what strict counts as wrong is told. A name that is there and the one found that
     * overlaps it most are one mistake.
     *
     * @return the mistakes in the order of the text
     */
    public static List<Mistake> find(
            String articleId, String text, Collection<NamedSpan> gold, Collection<NamedSpan> found) {
        CodePoints points = new CodePoints(text);
        SortedSet<NamedSpan> missed = new TreeSet<>(gold);
        SortedSet<NamedSpan> spurious = new TreeSet<>(found);
        missed.removeAll(new TreeSet<>(found));
        spurious.removeAll(new TreeSet<>(gold));
        List<Mistake> mistakes = new ArrayList<>();
        for (NamedSpan name : missed) {
            NamedSpan instead = spurious.stream()
                    .filter(other -> name.overlap(other) > 0)
                    .max(Comparator.comparingInt(name::overlap))
                    .orElse(null);
            if (instead != null) {
                spurious.remove(instead);
            }
            mistakes.add(notFound(articleId, points, name, instead));
        }
        for (NamedSpan name : spurious) {
            mistakes.add(mistake(Mistake.Kind.SPURIOUS, articleId, points, name, null, null));
        }
        mistakes.sort(Mistake.IN_TEXT);
        return mistakes;
    }

    private static Mistake notFound(String articleId, CodePoints text, NamedSpan name, @Nullable NamedSpan instead) {
        if (instead == null) {
            return mistake(Mistake.Kind.MISSED, articleId, text, name, null, null);
        }
        if (instead.begin() == name.begin() && instead.end() == name.end()) {
            return mistake(
                    Mistake.Kind.TYPE,
                    articleId,
                    text,
                    name,
                    name.type().name(),
                    instead.type().name());
        }
        return mistake(Mistake.Kind.SPAN, articleId, text, name, null, show(instead, text));
    }

    private static String show(NamedSpan name, CodePoints text) {
        return name.type() + " " + name.begin() + ":" + name.end() + " " + text.slice(name.begin(), name.end());
    }

    private static Mistake mistake(
            Mistake.Kind kind,
            String articleId,
            CodePoints text,
            NamedSpan name,
            @Nullable String expected,
            @Nullable String found) {
        return new Mistake(
                kind,
                articleId,
                name.begin(),
                name.end(),
                name.type().name(),
                expected,
                found,
                text.slice(name.begin(), name.end()));
    }
}
