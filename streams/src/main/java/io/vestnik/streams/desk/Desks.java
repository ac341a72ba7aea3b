package io.vestnik.streams.desk;

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
    private final Map<String, Long> ranks = new TreeMap<>();

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

    /** The rank at which a desk holds an article. */
    long rank(String language, String articleId) {
        Long rank = ranks.get(key(language, articleId));
        if (rank == null) {
            throw new IllegalStateException("the desk of " + language + " speaks of " + articleId
                    + ", which it does not hold");
        }
        return rank;
    }

    /** Notes the rank at which a desk holds an article from now on. */
    void hold(String language, DeskCommand command) {
        ranks.put(key(language, command.getArticleId()), command.getRank());
    }

    /** Forgets the rank of an article that a desk has given up. */
    void giveUp(String language, String articleId) {
        ranks.remove(key(language, articleId));
    }

    /** Takes a row in that was written before. */
    void restore(String key, DeskCommand command) {
        String language = Keys.split(key).get(0);
        of(language).restore(ArticleMapping.deskArticle(command));
        hold(language, command);
    }

    /** Takes back a row that was removed before. */
    void forget(String key) {
        String language = Keys.split(key).get(0);
        String articleId = Keys.split(key).get(1);
        of(language).forget(articleId);
        giveUp(language, articleId);
    }

    /** Gives everything up. */
    void clear() {
        desks.clear();
        ranks.clear();
    }
}
