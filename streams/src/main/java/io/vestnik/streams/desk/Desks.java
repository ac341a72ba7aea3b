/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.mapping.ArticleMapping;

/** The live desks of one task and the version rank of every article they hold: what the rows of the store stand for. */
final class Desks {
    private final Function<String, LanguageDesk> factory;
    private final Map<String, LanguageDesk> desks = new TreeMap<>();
    /** By language, then by article. */
    private final Map<String, Map<String, Long>> ranks = new TreeMap<>();

    Desks(Function<String, LanguageDesk> factory) {
        this.factory = factory;
    }

    /** Key of an article's row. */
    static String key(String language, String articleId) {
        return Keys.of(language, articleId);
    }

    /** The desk of a language; empty at first. */
    LanguageDesk of(String language) {
        return desks.computeIfAbsent(language, factory);
    }

    /** A desk of a language that is not kept. */
    LanguageDesk apart(String language) {
        return factory.apply(language);
    }

    /** The rank at which a desk holds an article. */
    long rank(String language, String articleId) {
        Long rank = ranks.getOrDefault(language, Map.of()).get(articleId);
        if (rank == null) {
            throw new IllegalStateException(
                    "the desk of " + language + " speaks of " + articleId + ", which it does not hold");
        }
        return rank;
    }

    /** Notes the rank at which a desk holds an article from now on. */
    void hold(String language, DeskCommand command) {
        ranks.computeIfAbsent(language, ignored -> new TreeMap<>()).put(command.getArticleId(), command.getRank());
    }

    /** Forgets the rank of an article that a desk has given up. */
    void giveUp(String language, String articleId) {
        Map<String, Long> held = ranks.get(language);
        if (held != null) {
            held.remove(articleId);
        }
    }

    /** Articles that the desks hold. */
    long size() {
        return ranks.values().stream().mapToLong(Map::size).sum();
    }

    /** Takes a row in that was written before. */
    void restore(String key, DeskCommand command) {
        String language = Keys.split(key).get(0);
        of(language).put(ArticleMapping.deskArticle(command));
        hold(language, command);
    }

    /** Takes back a row that was removed before. */
    void forget(String key) {
        List<String> parts = Keys.split(key);
        of(parts.get(0)).remove(parts.get(1));
        giveUp(parts.get(0), parts.get(1));
    }

    /** Gives everything up. */
    void clear() {
        desks.clear();
        ranks.clear();
    }
}
