/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Recent;
import io.vestnik.text.names.Aliases;
import io.vestnik.text.watch.Expression.Field;

/**
 * Watches, ready to be asked which of them an article is for. An index leads from words and values to the terms of all
 * expressions, and from these to the watches, so that an article costs a look-up a word, however many watches there are.
 * Not thread-safe.
 */
public final class WatchSet {
    private static final int[] NO_TERMS = {};

    /** Logarithm of the written words that are remembered with the terms that they may begin. */
    private static final int REMEMBERED = 13;

    private final Map<String, Integer> terms = new TreeMap<>();
    private final List<Expression> byTerm = new ArrayList<>();
    private final List<List<Set<String>>> phrases = new ArrayList<>();
    private final Map<String, List<Integer>> firstWords = new TreeMap<>();
    private final Map<Field, Map<String, List<Integer>>> values = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<BitSet> watchesOf = new ArrayList<>();
    private final BitSet always = new BitSet();
    private final Recent<int[]> remembered = new Recent<>(REMEMBERED);

    private WatchSet() {}

    /** A condition over the terms that an article has. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(BitSet found);
    }

    /** Prepares watches, given by name. */
    public static WatchSet of(Map<String, Expression> watches) {
        WatchSet set = new WatchSet();
        new TreeMap<>(watches).forEach(set::add);
        return set;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Names of the watches that the article is for, sorted. */
    public List<String> matches(WatchArticle article) {
        if (names.isEmpty()) {
            return List.of();
        }
        BitSet found = found(article);
        BitSet candidates = (BitSet) always.clone();
        found.stream().forEach(term -> candidates.or(watchesOf.get(term)));
        return candidates.stream()
                .filter(watch -> conditions.get(watch).holds(found))
                .mapToObj(names::get)
                .toList();
    }

    /** The words, phrases and values of all expressions that the article has, in the form of expressions, sorted. */
    public List<String> why(WatchArticle article) {
        return found(article).stream()
                .mapToObj(term -> byTerm.get(term).toString())
                .sorted()
                .toList();
    }

    private void add(String name, Expression expression) {
        int watch = names.size();
        names.add(name);
        conditions.add(condition(expression, watch));
        if (conditions.get(watch).holds(new BitSet())) {
            always.set(watch);
        }
    }

    private Condition condition(Expression expression, int watch) {
        if (expression instanceof Expression.Not not) {
            Condition part = condition(not.part(), watch);
            return found -> !part.holds(found);
        }
        if (expression instanceof Expression.All all) {
            List<Condition> parts = conditions(all.parts(), watch);
            return found -> parts.stream().allMatch(part -> part.holds(found));
        }
        if (expression instanceof Expression.Any any) {
            List<Condition> parts = conditions(any.parts(), watch);
            return found -> parts.stream().anyMatch(part -> part.holds(found));
        }
        int term = terms.computeIfAbsent(expression.toString(), ignored -> newTerm(expression));
        watchesOf.get(term).set(watch);
        return found -> found.get(term);
    }

    private List<Condition> conditions(List<Expression> parts, int watch) {
        return parts.stream().map(part -> condition(part, watch)).toList();
    }

    private int newTerm(Expression expression) {
        int term = byTerm.size();
        byTerm.add(expression);
        watchesOf.add(new BitSet());
        List<Set<String>> words = List.of();
        if (expression instanceof Expression.Phrase phrase) {
            words = phrase.words().stream().map(WatchWords::keys).toList();
            words.get(0).forEach(key -> put(firstWords, key, term));
        } else if (expression instanceof Expression.Has has) {
            Map<String, List<Integer>> ofField = values.computeIfAbsent(has.field(), field -> new TreeMap<>());
            written(has).forEach(value -> put(ofField, value, term));
        }
        phrases.add(words);
        return term;
    }

    /** The folded forms in which an article may have a value. */
    private static Set<String> written(Expression.Has has) {
        Set<String> written = new TreeSet<>();
        written.add(EntityIds.fold(has.value()));
        if (has.field() == Field.NAME || has.field() == Field.SPEAKER) {
            // РФ is called Россия wherever it is named.
            for (EntityType type : EntityType.values()) {
                written.add(EntityIds.fold(Aliases.get().canonical(type, has.value())));
            }
        }
        return written;
    }

    private static void put(Map<String, List<Integer>> index, String key, int term) {
        index.computeIfAbsent(key, ignored -> new ArrayList<>()).add(term);
    }

    private BitSet found(WatchArticle article) {
        BitSet found = new BitSet(byTerm.size());
        if (!firstWords.isEmpty()) {
            phrases(WatchWords.split(article.words()), found);
        }
        values(Field.NAME, article.names(), found);
        values(Field.OUTLET, article.outlet(), found);
        values(Field.SPEAKER, article.speakers(), found);
        String theme = article.theme();
        if (theme != null) {
            values(Field.THEME, Set.of(theme), found);
        }
        values(Field.LANGUAGE, Set.of(article.language()), found);
        return found;
    }

    private void values(Field field, Collection<String> ofArticle, BitSet found) {
        Map<String, List<Integer>> index = values.get(field);
        if (index != null) {
            for (String value : ofArticle) {
                index.getOrDefault(EntityIds.fold(value), List.of()).forEach(found::set);
            }
        }
    }

    private void phrases(List<String> words, BitSet found) {
        for (int i = 0; i < words.size(); i++) {
            for (int term : begunBy(words.get(i))) {
                if (!found.get(term) && standsAt(words, i, phrases.get(term))) {
                    found.set(term);
                }
            }
        }
    }

    private static boolean standsAt(List<String> words, int at, List<Set<String>> phrase) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < phrase.size(); i++) {
            Set<String> asked = phrase.get(i);
            if (WatchWords.keys(words.get(at + i)).stream().noneMatch(asked::contains)) {
                return false;
            }
        }
        return true;
    }

    /** The terms whose first word this may be. */
    private int[] begunBy(String word) {
        int @Nullable [] known = remembered.get(word);
        if (known == null) {
            Set<Integer> begun = new TreeSet<>();
            WatchWords.keys(word).forEach(key -> begun.addAll(firstWords.getOrDefault(key, List.of())));
            known = begun.isEmpty()
                    ? NO_TERMS
                    : begun.stream().mapToInt(Integer::intValue).toArray();
            remembered.put(word, known);
        }
        return known;
    }
}
