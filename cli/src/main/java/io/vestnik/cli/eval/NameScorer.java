/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.vestnik.text.EntityType;
import io.vestnik.text.Span;

/** Counts how far the names found in a text are those that are there. */
public final class NameScorer {
    private NameScorer() {}

    /**
     * Compares the names of one text. A name that is given twice counts once.
     *
     * @param text the text that the spans count in
     * @param gold the names that are there, in any order; they may overlap
     * @param found the names that were found, likewise
     */
    public static NameCounts count(String text, Collection<NamedSpan> gold, Collection<NamedSpan> found) {
        List<Span> words = new CodePoints(text).words();
        Map<EntityType, Counts> strict = new EnumMap<>(EntityType.class);
        Map<EntityType, Counts> token = new EnumMap<>(EntityType.class);
        for (EntityType type : EntityType.values()) {
            SortedSet<NamedSpan> there = ofType(type, gold);
            SortedSet<NamedSpan> said = ofType(type, found);
            strict.put(type, compare(there, said));
            token.put(type, compare(inside(words, there), inside(words, said)));
        }
        return new NameCounts(strict, token);
    }

    private static SortedSet<NamedSpan> ofType(EntityType type, Collection<NamedSpan> names) {
        SortedSet<NamedSpan> ofType = new TreeSet<>();
        for (NamedSpan name : names) {
            if (name.type() == type) {
                ofType.add(name);
            }
        }
        return ofType;
    }

    /** The words that lie whole in one of the names: some name that begins no later than the word reaches to its end. */
    private static Set<Span> inside(List<Span> words, SortedSet<NamedSpan> names) {
        Set<Span> inside = new HashSet<>();
        List<NamedSpan> sorted = List.copyOf(names);
        int next = 0;
        int reach = 0;
        for (Span word : words) {
            while (next < sorted.size() && sorted.get(next).begin() <= word.begin()) {
                reach = Math.max(reach, sorted.get(next).end());
                next++;
            }
            if (word.end() <= reach) {
                inside.add(word);
            }
        }
        return inside;
    }

    private static <T> Counts compare(Set<T> gold, Set<T> found) {
        int right = (int) found.stream().filter(gold::contains).count();
        return new Counts(right, found.size(), gold.size());
    }
}
