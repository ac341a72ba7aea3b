/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.asof.RowsAsOf.Place;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.ArticleRecipe;
import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.consumer.recipe.EntityRecipe;
import io.vestnik.consumer.recipe.OrderKeys;
import io.vestnik.consumer.recipe.StoryRecipe;
import io.vestnik.consumer.recipe.UtteranceRecipe;
import io.vestnik.consumer.recipe.UtteranceRecipe.Rendering;
import io.vestnik.consumer.search.SearchKind;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.serde.Encoded;

/** Views as of one time. A list is ordered by rows alone; views are only made of those that are on the page. */
final class AsOfQueryStore implements QueryStore {
    private static final ListRequest ALL = new ListRequest("", Integer.MAX_VALUE, 0, "");
    private static final String STORY = TopicIds.story("");

    private final HistoryStore history;
    private final Topics topics;
    private final Instant time;

    AsOfQueryStore(HistoryStore history, Topics topics, Instant time) {
        this.history = history;
        this.topics = topics;
        this.time = time;
    }

    @Override
    public Share list(ViewKind kind, ListRequest request) {
        return history.ask(time, rows -> {
            List<Row> found = new ArrayList<>();
            for (Place place : places(rows, kind, request)) {
                SpecificRecord view = view(rows, kind, place.key());
                if (view != null) {
                    found.add(row(kind, place.key(), view, request.brief()));
                }
                if (found.size() == request.limit()) {
                    break;
                }
            }
            return new Share(found, Set.of());
        });
    }

    @Override
    public Share get(ViewKind kind, String id) {
        return getAll(kind, List.of(id), false);
    }

    @Override
    public Share getAll(ViewKind kind, List<String> ids, boolean brief) {
        return history.ask(time, rows -> {
            List<Row> found = new ArrayList<>();
            for (String id : ids) {
                SpecificRecord view = view(rows, kind, id);
                if (view != null) {
                    found.add(row(kind, id, view, brief));
                }
            }
            return new Share(found, Set.of());
        });
    }

    /** Gives all views that are found by words, of one state of the history. */
    void forEach(Consumer<SpecificRecord> receiver) {
        history.ask(time, rows -> {
            for (SearchKind kind : SearchKind.values()) {
                for (Place place : places(rows, kind.views(), ALL)) {
                    SpecificRecord view = view(rows, kind.views(), place.key());
                    if (view != null) {
                        receiver.accept(view);
                    }
                }
            }
            return null;
        });
    }

    private static Row row(ViewKind kind, String id, SpecificRecord view, boolean brief) {
        return new Row(kind.place(view, id), brief ? kind.brief(view) : ViewJson.write(view));
    }

    /** Where views may stand that the request is for, in the order of the list, by their ids. */
    private List<Place> places(RowsAsOf rows, ViewKind kind, ListRequest request) {
        List<Place> all =
                switch (kind) {
                    case STORIES ->
                        rows.places(topics.coverage, STORY + request.idPrefix()).stream()
                                .map(place -> new Place(TopicIds.id(place.key()), place.order()))
                                .toList();
                    case COVERAGE -> rows.places(topics.coverage, request.idPrefix());
                    case UTTERANCES -> rows.places(topics.utterances, request.idPrefix());
                    case ENTITIES -> rows.places(topics.entities, request.idPrefix());
                    case ARTICLES -> rows.places(topics.analyses, request.idPrefix());
                };
        List<Place> asked = new ArrayList<>();
        for (Place place : all) {
            if (isLongEnough(kind, request, place) && isBehind(kind, request.after(), place)) {
                asked.add(place);
            }
        }
        // They come by id, and the sort leaves those of equal number as they are.
        asked.sort(Comparator.comparingLong(Place::order).reversed());
        return asked;
    }

    private static boolean isLongEnough(ViewKind kind, ListRequest request, Place place) {
        return kind == ViewKind.ARTICLES || place.order() >= request.minArticles();
    }

    private static boolean isBehind(ViewKind kind, String after, Place place) {
        String position = kind == ViewKind.ARTICLES
                ? ViewKind.latestFirst(Instant.ofEpochMilli(place.order()), place.key())
                : ViewKind.position((int) place.order(), place.key());
        return after.isEmpty() || ViewKind.POSITION_ORDER.compare(position, after) > 0;
    }

    private @Nullable SpecificRecord view(RowsAsOf rows, ViewKind kind, String id) {
        return switch (kind) {
            case STORIES -> {
                String topic = TopicIds.story(id);
                yield StoryRecipe.view(
                        rows.row(topics.coverage, topic), receiver -> feed(lines(rows, topic), receiver));
            }
            case COVERAGE -> CoverageRecipe.view(rows.row(topics.coverage, id), rows.stories(topics, id), List.of());
            case ENTITIES -> {
                String topic = TopicIds.entity(id);
                yield EntityRecipe.view(
                        rows.row(topics.entities, id), rows.row(topics.coverage, topic), rows.stories(topics, topic));
            }
            case ARTICLES -> {
                Placement placed = rows.row(topics.placements, id);
                // A version is placed a moment after it was read: until then the one before is shown, as it is live.
                Analysis analysis = placed == null
                        ? null
                        : rows.row(
                                topics.analyses, id, row -> row.getContentHash().equals(placed.getContentHash()));
                yield analysis == null ? null : ArticleRecipe.view(ArticleRecipe.said(analysis), placed);
            }
            case UTTERANCES -> {
                Utterance utterance = rows.row(topics.utterances, id);
                yield utterance == null
                        ? null
                        : UtteranceRecipe.view(
                                utterance,
                                encoded(rows.row(topics.utteranceMembers, UtteranceRecipe.sourceKey(utterance))),
                                receiver -> feed(renderings(rows, id), receiver));
            }
        };
    }

    /** Gives rows until there are enough of them. */
    private static <R> void feed(List<R> rows, Predicate<? super R> receiver) {
        for (R row : rows) {
            if (!receiver.test(row)) {
                return;
            }
        }
    }

    /** Lines of a story's articles by (firstObservedAt, articleId). */
    private List<Encoded<ArticleLine>> lines(RowsAsOf rows, String topic) {
        List<CoverageMember> members = all(rows, topics.coverageMembers, topic);
        // They come by id.
        members.sort(Comparator.comparing(CoverageMember::getFirstObservedAt));
        return members.stream()
                .map(member -> Encoded.of(StoryRecipe.line(member)))
                .toList();
    }

    /** Renderings of an utterance by (firstObservedAt, articleId, begin). */
    private List<Rendering> renderings(RowsAsOf rows, String utteranceId) {
        List<UtteranceMember> members = all(rows, topics.utteranceMembers, utteranceId);
        members.sort(Comparator.comparing(AsOfQueryStore::order, ViewKind.POSITION_ORDER));
        return members.stream()
                .map(member -> new Rendering(
                        Keys.of(utteranceId, member.getArticleId(), Integer.toString(member.getBegin())),
                        Encoded.of(member)))
                .toList();
    }

    private static String order(UtteranceMember member) {
        return OrderKeys.of(
                member.getUtteranceId(), member.getFirstObservedAt(), member.getArticleId(), member.getBegin());
    }

    private static <V extends SpecificRecord> List<V> all(RowsAsOf rows, Topic<V> table, String group) {
        List<V> found = new ArrayList<>();
        rows.rows(table, Keys.prefix(group), (key, row) -> found.add(row));
        return found;
    }

    private static <V extends SpecificRecord> @Nullable Encoded<V> encoded(@Nullable V row) {
        return row == null ? null : Encoded.of(row);
    }
}
