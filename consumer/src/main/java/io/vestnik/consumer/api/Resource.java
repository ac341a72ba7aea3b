/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.search.SearchKind;

/** What can be listed and asked for one by one. */
enum Resource {
    STORIES(
            ViewKind.STORIES,
            SearchKind.STORY,
            "story",
            "Stories, most articles first. A filter selects articles; a story is listed when one of its articles is"
                    + " selected."),
    TOPICS(ViewKind.COVERAGE, null, "topic", "Coverage of topics of the news, most articles first."),
    UTTERANCES(
            ViewKind.UTTERANCES,
            SearchKind.UTTERANCE,
            "utterance",
            "Utterances, most articles first: those that at least two articles carry, unless all are asked for."),
    ENTITIES(ViewKind.ENTITIES, SearchKind.ENTITY, "entity", "Persons, places and organizations, most articles first."),
    ARTICLES(ViewKind.ARTICLES, SearchKind.ARTICLE, "article", "Articles, the latest first.");

    private final ViewKind kind;
    private final @Nullable SearchKind searchKind;
    private final String singular;
    private final String summary;

    Resource(ViewKind kind, @Nullable SearchKind searchKind, String singular, String summary) {
        this.kind = kind;
        this.searchKind = searchKind;
        this.singular = singular;
        this.summary = summary;
    }

    /** Address of the list. */
    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** Address of one, as the router has it: an id may have slashes. */
    String onePath() {
        return this == TOPICS ? "/topics/{kind}/<id>/coverage" : path() + "/<id>";
    }

    ViewKind kind() {
        return kind;
    }

    /** What the index calls it; empty when it has none. */
    Optional<SearchKind> searchKind() {
        return Optional.ofNullable(searchKind);
    }

    /** One of them, in a sentence. */
    String singular() {
        return singular;
    }

    /** What the list is, in a sentence. */
    String summary() {
        return summary;
    }

    /** What its list may be asked for beside what every list may. */
    Set<String> filters() {
        return switch (this) {
            case STORIES -> Set.of("q", "outlet", "entity", "speaker", "theme", "language", "since", "until", "sort");
            case TOPICS -> Set.of("kind");
            case UTTERANCES -> Set.of("q", "speaker", "outlet", "story", "article", "language", "all");
            case ENTITIES -> Set.of("q", "type", "sort");
            case ARTICLES -> Set.of("q", "outlet", "entity", "speaker", "theme", "language", "since", "until", "story");
        };
    }

    /** What its list may be sorted by; none where it has one order. */
    Set<String> orders() {
        return switch (this) {
            case STORIES -> Set.of(Question.BY_ARTICLES, Question.LATEST);
            case ENTITIES -> Set.of(Question.BY_ARTICLES, Question.BY_QUOTES);
            case TOPICS, UTTERANCES, ARTICLES -> Set.of();
        };
    }

    /** Name of the schema of an item of the list. */
    String itemSchema() {
        String view = kind.viewType().getSimpleName();
        return kind.notInLists().isEmpty() ? view : view.replace("View", "Item");
    }
}
