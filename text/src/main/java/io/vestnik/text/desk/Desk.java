/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The desk of one language: holds articles and says how they relate. Its answers are a pure function of the articles
 * held and of the configuration. Not thread-safe.
 */
public final class Desk {
    private final TextPairs textPairs;
    private final LikePairs likePairs;
    private final Groups groups;
    private final Placer placer;
    private final Utterances utterances;
    private final TreeMap<String, Held> held = new TreeMap<>();

    /**
     * Opens an empty desk with the default configuration.
     *
     * @param language ISO 639-1 code, part of the ids of utterances
     */
    public Desk(String language) {
        this(language, DeskConfig.defaults());
    }

    /**
     * Opens an empty desk.
     *
     * @param language ISO 639-1 code, part of the ids of utterances
     * @param config what the answers depend on besides the articles
     */
    public Desk(String language, DeskConfig config) {
        this.textPairs = new TextPairs(config);
        this.likePairs = new LikePairs(config);
        this.groups = new Groups(config);
        this.placer = new Placer(config);
        this.utterances = new Utterances(language, config);
    }

    /** What a change of the set touches, collected until all of it is known. */
    private static final class Touched {
        private final TreeSet<Held> texts = new TreeSet<>();
        private final TreeSet<Held> likes = new TreeSet<>();
        private final TreeSet<Held> copies = new TreeSet<>();
        private final TreeSet<Held> stories = new TreeSet<>();
        private final TreeSet<Held> placements = new TreeSet<>();
        private boolean gone;
        private Utterances.Change utterances = new Utterances.Change(List.of(), List.of());
    }

    /** Holds an article, in place of an earlier version of it if there is one. */
    public DeskChange put(DeskArticle article) {
        return told(replace(article.articleId(), article), article.articleId());
    }

    /** Gives an article up; changes nothing if it is not held. */
    public DeskChange remove(String articleId) {
        return told(replace(articleId, null), articleId);
    }

    /**
     * Holds articles without computing what changed: for a restore. Their results are there as soon as they are asked
     * for or the next change touches them.
     */
    public void restore(DeskArticle article) {
        told(replace(article.articleId(), article), article.articleId());
    }

    /** The counterpart of {@link #restore}: gives an article up without computing what changed. */
    public void forget(String articleId) {
        told(replace(articleId, null), articleId);
    }

    /** The article held under this id, or null. */
    public @Nullable DeskArticle article(String articleId) {
        Held found = held.get(articleId);
        return found == null ? null : found.article;
    }

    /** Placement of the article held under this id, or null. */
    public @Nullable Placement placement(String articleId) {
        Held found = held.get(articleId);
        return found == null ? null : placer.place(found);
    }

    /** Placements of all articles held, by article id. */
    public List<Placement> placements() {
        return held.values().stream().map(placer::place).toList();
    }

    /** Utterances of all articles held, by id; those of one member included. */
    public Collection<Utterance> utterances() {
        return utterances.all();
    }

    private Touched replace(String articleId, @Nullable DeskArticle article) {
        Touched touched = new Touched();
        Held old = held.remove(articleId);
        if (old != null) {
            textPairs.remove(old, touched.texts::add);
            likePairs.remove(old, touched.likes::add);
            Relations.detach(old, of -> of.texts, other -> touchText(other, touched));
            Relations.detach(old, of -> of.likes, other -> touchLike(other, touched));
            Groups.copyOf(old, null);
            touched.texts.remove(old);
            touched.likes.remove(old);
        }
        touched.gone = old != null && article == null;
        List<QuoteNode> quotes = List.of();
        if (article != null) {
            Held now = new Held(article, utterances.read(article));
            // A change is measured by what was told of the earlier version.
            now.told = old == null ? null : old.told;
            held.put(articleId, now);
            textPairs.add(now, touched.texts::add);
            likePairs.add(now, touched.likes::add);
            touched.texts.add(now);
            touched.likes.add(now);
            touched.copies.add(now);
            touched.stories.add(now);
            quotes = now.quotes;
        }
        touched.utterances = utterances.replace(old == null ? List.of() : old.quotes, quotes);
        touched.texts.forEach(of -> textPairs.relate(of, other -> touchText(other, touched)));
        touched.likes.forEach(of -> likePairs.relate(of, other -> touchLike(other, touched)));
        groups.settle(touched.copies, touched.stories, touched.placements);
        return touched;
    }

    private static void touchText(Held of, Touched touched) {
        touched.copies.add(of);
        touched.placements.add(of);
    }

    private static void touchLike(Held of, Touched touched) {
        touched.stories.add(of);
        touched.placements.add(of);
    }

    private DeskChange told(Touched touched, String articleId) {
        List<Placement> changed = new ArrayList<>();
        for (Held of : touched.placements) {
            Placement now = placer.place(of);
            if (!now.equals(of.told)) {
                of.told = now;
                changed.add(now);
            }
        }
        changed.sort((a, b) -> a.articleId().compareTo(b.articleId()));
        List<String> removed = touched.gone ? List.of(articleId) : List.of();
        return new DeskChange(
                List.copyOf(changed), removed, touched.utterances.changed(), touched.utterances.removed());
    }
}
