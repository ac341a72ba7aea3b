/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.asof.AsOfSearch;
import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.SelectedPage;
import io.vestnik.consumer.search.Selection;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers lists from whoever knows: plain ones from the views of all instances or from the history, filtered and otherwise
 * sorted ones from the index of now or of a time.
 */
final class Lists {
    /** Cursors of the index are told from places, so that one of another question is refused. */
    private static final char PLACE = 'p';

    private static final char SELECTED = 's';

    private final Supplier<ClusterViews> views;
    private final Supplier<SearchIndex> search;
    private final Supplier<AsOfViews> asOf;
    private final Supplier<AsOfSearch> asOfSearch;

    Lists(
            Supplier<ClusterViews> views,
            Supplier<SearchIndex> search,
            Supplier<AsOfViews> asOf,
            Supplier<AsOfSearch> asOfSearch) {
        this.views = views;
        this.search = search;
        this.asOf = asOf;
        this.asOfSearch = asOfSearch;
    }

    /**
     * A part of a list.
     *
     * @param items as the schema of the list has them
     * @param next cursor of the next part; null when there is none
     */
    record Page(List<JsonNode> items, @Nullable String next) {}

    /** A part of a list; a {@link Problem} when the question is wrong. */
    Page list(Resource resource, Question question) {
        return question.isPlain() ? plain(resource, question) : selected(resource, question);
    }

    /** One view, of now or of a time. */
    Optional<JsonNode> one(Resource resource, String id, @Nullable Instant time) {
        if (time != null) {
            return asOf.get().get(time, resource.kind(), id);
        }
        Optional<JsonNode> view = views.get().get(resource.kind(), id);
        // A story that is in another one now is found there.
        return view.isEmpty() && resource == Resource.STORIES ? views.get().currentStory(id) : view;
    }

    private Page plain(Resource resource, Question question) {
        String after = place(question.cursor());
        ListRequest request = new ListRequest(
                after, question.limit(), question.filter().minArticles(), question.topics(), !question.full());
        Instant time = question.asOf();
        ClusterViews.Page page = time == null
                ? views.get().list(resource.kind(), request)
                : asOf.get().list(time, resource.kind(), request);
        List<JsonNode> items = page.rows().stream().map(QueryStore.Row::view).toList();
        return new Page(items, page.more() ? cursor(page.rows()) : null);
    }

    private Page selected(Resource resource, Question question) {
        if (!question.cursor().isEmpty() && question.cursor().charAt(0) != SELECTED) {
            throw badCursor();
        }
        Instant time = question.asOf();
        SearchIndex index = time == null ? search.get() : asOfSearch.get().at(time);
        SelectedPage page = index.select(new Selection(
                resource.searchKind().orElseThrow(),
                question.filter(),
                question.order(),
                question.cursor().isEmpty() ? "" : question.cursor().substring(1),
                question.limit()));
        // The index follows the views by a moment: what has gone meanwhile is left out.
        List<JsonNode> found = time == null
                ? views.get().getAll(resource.kind(), page.ids(), !question.full())
                : asOf.get().getAll(time, resource.kind(), page.ids(), !question.full());
        return new Page(found, page.next().isEmpty() ? null : SELECTED + page.next());
    }

    private static String place(String cursor) {
        if (cursor.isEmpty()) {
            return "";
        }
        try {
            if (cursor.charAt(0) == PLACE) {
                return new String(Base64.getUrlDecoder().decode(cursor.substring(1)), UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static String cursor(List<QueryStore.Row> rows) {
        String last = rows.get(rows.size() - 1).position();
        return PLACE + Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    private static Problem badCursor() {
        return Problem.badRequest("cursor has to be what 'next' of another answer to the same question said.");
    }
}
