/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.copies.Copies;
import io.vestnik.text.desk.copies.CopyPlace;
import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.index.Node;
import io.vestnik.text.desk.index.Relations;
import io.vestnik.text.desk.stories.Stories;
import io.vestnik.text.desk.stories.StoryNode;
import io.vestnik.text.desk.stories.StoryPlace;
import io.vestnik.text.desk.utterances.QuoteNode;
import io.vestnik.text.desk.utterances.QuoteSource;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.Utterances;

/**
 * The desk of one language: holds articles and says how they relate. Its answers are a pure function of the articles
 * held and of the configuration. Not thread-safe.
 *
 * <p>A change goes through the parts in this order: copies, then stories, where a copy goes with its original, then
 * utterances. Each part says what it has touched, and only the difference to what was told before is told.
 */
public final class Desk {
    private final Copies copies;
    private final Stories stories;
    private final Utterances utterances;
    private final Eviction eviction;
    private final Pairs pairs;

    /** By id, for look-ups: a sorted table of hundreds of thousands would cost more than all else that is done by id. */
    private final LinkedHashMap<String, Held> held = new LinkedHashMap<>();

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
        this.copies = new Copies(config.copies());
        this.stories = new Stories(language, config.stories(), copies::overlap);
        this.utterances = new Utterances(language, config.utterances());
        this.pairs = new Pairs(config, held);
        this.eviction = new Eviction(
                config,
                held,
                (of, told) -> neighbours(of, false, told),
                (of, told) -> neighbours(of, true, told),
                this::keepsOthersOut);
    }

    /** Holds an article, in place of an earlier version of it if there is one. */
    public DeskChange put(DeskArticle article) {
        return replace(article.articleId(), article);
    }

    /** Gives an article up; changes nothing if it is not held. */
    public DeskChange remove(String articleId) {
        return replace(articleId, null);
    }

    /** Whether an article is held under this id. */
    public boolean holds(String articleId) {
        return held.containsKey(articleId);
    }

    /** Articles held. */
    public int size() {
        return held.size();
    }

    /** Placement of the article held under this id, or null. */
    public @Nullable Placement placement(String articleId) {
        Held found = held.get(articleId);
        return found == null ? null : place(found);
    }

    /** Placements of all articles held, by article id. */
    public List<Placement> placements() {
        return held.values().stream()
                .map(this::place)
                .sorted(Comparator.comparing(Placement::articleId))
                .toList();
    }

    /** Utterances of all articles held, by id; those of one member included. */
    public Collection<Utterance> utterances() {
        return utterances.all();
    }

    /**
     * Gives up the articles that nothing to come can relate to, a few at a time: to be called at each change. What was
     * said of them stands; to the desk they are gone.
     *
     * @param reached time that the arrivals have come to, milliseconds since the epoch
     * @return what was given up
     */
    public List<ColdGroup> evict(long reached) {
        return eviction.due(reached).stream().map(this::giveUp).toList();
    }

    private ColdGroup giveUp(List<Held> group) {
        TreeSet<String> storyIds = new TreeSet<>();
        List<QuoteNode> quotes = new ArrayList<>();
        for (Held article : group) {
            storyIds.add(stories.place(article.story).story());
            quotes.addAll(article.quotes);
        }
        Set<String> staying = new LinkedHashSet<>();
        group.forEach(article -> neighbours(article, false, node -> staying.add(node.id())));
        SortedSet<String> utteranceIds = utterances.evict(quotes);
        for (Held article : group) {
            copies.evict(article.text);
            stories.evict(article.story);
            held.remove(article.text.id());
        }
        for (String id : staying) {
            Held article = held.get(id);
            if (article != null) {
                // What was told stands, and is taken for what a desk restored without the group would have told.
                article.told = place(article).fingerprint();
            }
        }
        return new ColdGroup(
                group.stream().mapToLong(article -> article.text.time()).max().orElseThrow(),
                group.stream().map(article -> article.text.id()).sorted().toList(),
                List.copyOf(storyIds),
                List.copyOf(utteranceIds));
    }

    private boolean keepsOthersOut(Held of) {
        return copies.keepsOthersOut(of.text)
                || stories.keepsOthersOut(of.story)
                || of.quotes.stream().anyMatch(utterances::keepsOthersOut);
    }

    private void neighbours(Held of, boolean close, Consumer<Node> told) {
        TextNode original = of.text.original();
        if (original != null) {
            told.accept(original);
        }
        copies.neighbours(of.text, other -> {
            if (!close || other.original() == of.text || (original != null && other.original() == original)) {
                told.accept(other);
            }
        });
        stories.neighbours(of.story, close, told);
        of.quotes.forEach(quote -> utterances.neighbours(quote, told));
        pairs.forEach(of, told);
    }

    /**
     * Places an article that came too late to be related to others.
     *
     * @param article the article
     */
    public static Placement late(DeskArticle article) {
        return new Placement(
                article.articleId(),
                article.contentHash(),
                null,
                null,
                null,
                List.of(),
                Stories.idOf(article.articleId()),
                null,
                List.of(),
                article.analysis().theme(),
                article.analysis().themeTerms(),
                true,
                article.corrections());
    }

    private DeskChange replace(String articleId, @Nullable DeskArticle article) {
        Held old = held.remove(articleId);
        Held now = article == null ? null : hold(article, old);
        Copies.Change copied = copies.replace(
                old == null ? null : old.text,
                now == null ? null : now.text,
                now == null ? new Relations<>() : pairs.apart(now));
        TreeSet<String> touched = new TreeSet<>();
        copied.touched().forEach(node -> touched.add(node.id()));
        stories.replace(
                        old == null ? null : old.story,
                        now == null ? null : now.story,
                        originals(copied),
                        now == null ? new Relations<>() : pairs.bonds(now))
                .forEach(node -> touched.add(node.id()));
        Utterances.Change said =
                utterances.replace(old == null ? List.of() : old.quotes, now == null ? List.of() : now.quotes);
        List<String> removed = old != null && now == null ? List.of(articleId) : List.of();
        return new DeskChange(changed(touched), removed, said.changed(), said.removed());
    }

    private Held hold(DeskArticle article, @Nullable Held old) {
        String id = article.articleId();
        long time = article.firstObservedAt();
        QuoteSource source = new QuoteSource(id, time, article.claimedAt(), article.outlet(), article.title());
        List<QuoteNode> quotes = utterances.read(source, article.analysis().quotes(), article.quotesFirstObservedAt());
        TextNode text = new TextNode(id, time, article.analysis().sketch());
        Held now = new Held(
                article.contentHash(),
                article.analysis().theme(),
                article.analysis().themeTerms(),
                text,
                stories.read(text, article.analysis(), article.title(), article.corrections()),
                quotes);
        // A change is measured by what was told of the earlier version.
        now.told = old == null ? 0 : old.told;
        held.put(id, now);
        eviction.await(now);
        return now;
    }

    private SortedMap<StoryNode, @Nullable StoryNode> originals(Copies.Change copied) {
        TreeMap<StoryNode, @Nullable StoryNode> originals = new TreeMap<>();
        for (TextNode node : copied.regrouped()) {
            TextNode original = node.original();
            if (held.containsKey(node.id())) {
                originals.put(story(node), original == null ? null : story(original));
            }
        }
        return originals;
    }

    private StoryNode story(TextNode node) {
        return held(node.id()).story;
    }

    private Held held(String articleId) {
        Held found = held.get(articleId);
        if (found == null) {
            throw new IllegalStateException("a part of the desk speaks of " + articleId + ", which is not held");
        }
        return found;
    }

    private List<Placement> changed(SortedSet<String> touched) {
        List<Placement> changed = new ArrayList<>();
        for (String id : touched) {
            Held of = held.get(id);
            if (of == null) {
                // Given up; what was said of it stands.
                continue;
            }
            Placement now = place(of);
            long fingerprint = now.fingerprint();
            if (fingerprint != of.told) {
                of.told = fingerprint;
                changed.add(now);
            }
        }
        return List.copyOf(changed);
    }

    private Placement place(Held of) {
        CopyPlace copy = copies.place(of.text);
        StoryPlace story = stories.place(of.story);
        return new Placement(
                of.text.id(),
                of.contentHash,
                copy.copyOf(),
                copy.copyKind(),
                copy.copyShare(),
                copy.derivedFrom(),
                story.story(),
                story.thread(),
                story.links(),
                of.theme,
                of.themeTerms(),
                false,
                of.corrections());
    }
}
