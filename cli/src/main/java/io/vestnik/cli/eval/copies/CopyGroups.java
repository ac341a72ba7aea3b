/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.copies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.FoundPlacement;

/**
 * The groups that articles are in by gold, and those that their links to originals make: all that links connect is one, so
 * a copy of a copy is in the group of both. A link to an article that gold does not have joins nothing.
 */
final class CopyGroups {
    private final List<GoldCopy> articles;
    private final SortedMap<String, String> found = new TreeMap<>();
    private final Map<String, List<GoldCopy>> byGroup;
    private final Map<String, List<GoldCopy>> byFound;
    private final SortedMap<String, GoldCopy> originals = new TreeMap<>();

    CopyGroups(List<GoldCopy> articles, Map<String, FoundPlacement> placements) {
        this.articles = articles;
        articles.forEach(article -> found.put(article.id(), article.id()));
        for (GoldCopy article : articles) {
            FoundPlacement placement = placements.get(article.id());
            String copyOf = placement == null ? null : placement.copyOf();
            if (copyOf != null && found.containsKey(copyOf)) {
                found.put(root(article.id()), root(copyOf));
            }
        }
        articles.forEach(article -> found.put(article.id(), root(article.id())));
        byGroup = sort(articles, GoldCopy::group);
        byFound = sort(articles, this::found);
        for (GoldCopy article : articles) {
            if (article.relation() == GoldCopy.Relation.ORIGINAL) {
                originals.put(article.group(), article);
            }
        }
    }

    /** All articles, in the order of gold. */
    List<GoldCopy> articles() {
        return articles;
    }

    /** Key of the group that an article was found in. */
    String found(GoldCopy article) {
        return found.getOrDefault(article.id(), article.id());
    }

    /** Whether two articles were found to be of one group. */
    boolean areTogether(GoldCopy one, GoldCopy other) {
        return found(one).equals(found(other));
    }

    /** The groups that were found, their members in the order of gold. */
    Collection<List<GoldCopy>> groupsFound() {
        return byFound.values();
    }

    /** The article that the others of its group were made from; null when gold names none. */
    @Nullable GoldCopy original(GoldCopy article) {
        return originals.get(article.group());
    }

    /** Whether an article was found with the original of its group. */
    boolean isWithOriginal(GoldCopy article) {
        GoldCopy original = original(article);
        return original != null && areTogether(article, original);
    }

    /** Whether an article was found with any other of its group. */
    boolean isWithMate(GoldCopy article) {
        return byGroup.getOrDefault(article.group(), List.of()).stream()
                .anyMatch(mate -> !mate.id().equals(article.id()) && areTogether(mate, article));
    }

    /** Whether an article was found with one of another group. */
    boolean isMerged(GoldCopy article) {
        return byFound.getOrDefault(found(article), List.of()).stream()
                .anyMatch(mate -> !mate.group().equals(article.group()));
    }

    private String root(String id) {
        String root = id;
        String next = found.getOrDefault(root, root);
        while (!next.equals(root)) {
            root = next;
            next = found.getOrDefault(root, root);
        }
        return root;
    }

    private static Map<String, List<GoldCopy>> sort(List<GoldCopy> articles, Function<GoldCopy, String> key) {
        Map<String, List<GoldCopy>> sorted = new LinkedHashMap<>();
        articles.forEach(article -> sorted.computeIfAbsent(key.apply(article), none -> new ArrayList<>())
                .add(article));
        return sorted;
    }
}
