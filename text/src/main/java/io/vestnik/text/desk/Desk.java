/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The desk of one language: holds articles and says how they relate. Its answers are a pure function of the articles
 * held. Not thread-safe.
 */
public final class Desk {
    /**
     * Opens an empty desk.
     *
     * @param language ISO 639-1 code, part of the ids of utterances
     */
    public Desk(String language) {}

    /** Holds an article, in place of an earlier version of it if there is one. */
    public DeskChange put(DeskArticle article) {
        throw new UnsupportedOperationException(article.articleId());
    }

    /** Gives an article up; changes nothing if it is not held. */
    public DeskChange remove(String articleId) {
        throw new UnsupportedOperationException(articleId);
    }

    /**
     * Holds articles without computing what changed: for a restore. Their results are there as soon as they are asked
     * for or the next change touches them.
     */
    public void restore(DeskArticle article) {
        throw new UnsupportedOperationException(article.articleId());
    }

    /** The counterpart of {@link #restore}: gives an article up without computing what changed. */
    public void forget(String articleId) {
        throw new UnsupportedOperationException(articleId);
    }

    /** The article held under this id, or null. */
    public @Nullable DeskArticle article(String articleId) {
        throw new UnsupportedOperationException(articleId);
    }

    /** Placements of all articles held, by article id. */
    public List<Placement> placements() {
        throw new UnsupportedOperationException();
    }

    /** Utterances of all articles held, by id; those of one member included. */
    public Collection<Utterance> utterances() {
        throw new UnsupportedOperationException();
    }
}
