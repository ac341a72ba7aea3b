/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.http.Problem;

/** What a filter asks of the index. */
final class FilterQueries {
    private static final int MAX_ARTICLES_OF_STORY = 100_000;

    private final WordQueries words;

    FilterQueries(WordQueries words) {
        this.words = words;
    }

    /** Whether a filter asks for anything of articles. */
    static boolean asksArticles(Filter filter) {
        return !Filter.NONE.equals(new Filter(
                filter.query(),
                filter.outlet(),
                filter.entity(),
                filter.speaker(),
                filter.theme(),
                filter.language(),
                filter.since(),
                filter.until(),
                filter.story(),
                filter.article(),
                filter.entityType(),
                0));
    }

    /**
     * The query for documents of a kind that a filter selects.
     *
     * @throws Problem with status 400 when the kind does not have what the filter asks for
     */
    Query query(IndexSearcher searcher, SearchKind kind, Filter filter) throws IOException {
        check(kind, filter);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(Fields.KIND, kind.pathName())), Occur.FILTER);
        if (filter.query() != null) {
            all.add(words.read(filter.query()).query(), Occur.FILTER);
        }
        exact(all, Fields.OUTLET, filter.outlet() == null ? null : Fields.folded(filter.outlet()));
        exact(all, Fields.ENTITY, filter.entity());
        exact(all, Fields.THEME, filter.theme());
        exact(all, Fields.LANGUAGE, filter.language());
        exact(all, Fields.ARTICLE, filter.article());
        exact(all, Fields.ENTITY_TYPE, filter.entityType() == null ? null : Fields.folded(filter.entityType()));
        String speaker = filter.speaker();
        if (speaker != null) {
            all.add(
                    new TermInSetQuery(
                            Fields.SPEAKER, List.of(new BytesRef(speaker), new BytesRef(Fields.folded(speaker)))),
                    Occur.FILTER);
        }
        if (filter.since() != null || filter.until() != null) {
            all.add(
                    LongPoint.newRangeQuery(
                            Fields.OBSERVED,
                            millis(filter.since(), Long.MIN_VALUE),
                            Math.subtractExact(millis(filter.until(), Long.MAX_VALUE), filter.until() == null ? 0 : 1)),
                    Occur.FILTER);
        }
        if (filter.minArticles() > 0 && kind != SearchKind.ARTICLE) {
            all.add(LongPoint.newRangeQuery(Fields.ARTICLES, filter.minArticles(), Long.MAX_VALUE), Occur.FILTER);
        }
        String story = filter.story();
        if (story != null) {
            all.add(
                    kind == SearchKind.ARTICLE
                            ? new TermQuery(new Term(Fields.STORY, story))
                            : inStory(searcher, story),
                    Occur.FILTER);
        }
        return all.build();
    }

    private static void check(SearchKind kind, Filter filter) {
        List<String> unknown = new ArrayList<>();
        if (kind != SearchKind.ARTICLE) {
            add(unknown, "theme", filter.theme());
            if (kind == SearchKind.UTTERANCE) {
                add(unknown, "entity", filter.entity());
            }
        }
        if (kind == SearchKind.ENTITY) {
            add(unknown, "outlet", filter.outlet());
            add(unknown, "speaker", filter.speaker());
            add(unknown, "language", filter.language());
            add(unknown, "story", filter.story());
            add(unknown, "article", filter.article());
        } else {
            add(unknown, "type", filter.entityType());
        }
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("A list of this kind (" + kind.pathName() + ") cannot be filtered by "
                    + String.join(", ", unknown) + ".");
        }
    }

    private static void add(List<String> names, String name, @Nullable Object value) {
        if (value != null) {
            names.add(name);
        }
    }

    private static void exact(BooleanQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    /** Utterances know their articles, articles their story. */
    private static Query inStory(IndexSearcher searcher, String story) throws IOException {
        TopDocs articles = searcher.search(new TermQuery(new Term(Fields.STORY, story)), MAX_ARTICLES_OF_STORY);
        List<BytesRef> ids = new ArrayList<>(articles.scoreDocs.length);
        for (ScoreDoc document : articles.scoreDocs) {
            ids.add(new BytesRef(searcher.storedFields()
                    .document(document.doc, Set.of(Fields.ID))
                    .get(Fields.ID)));
        }
        return ids.isEmpty()
                ? new MatchNoDocsQuery("the story has no articles")
                : new TermInSetQuery(Fields.ARTICLE, ids);
    }

    private static long millis(@Nullable Instant time, long otherwise) {
        if (time == null) {
            return otherwise;
        }
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
        }
    }
}
