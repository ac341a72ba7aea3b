/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.Cursors.Place;
import io.vestnik.consumer.search.Selection.Order;
import io.vestnik.consumer.search.WordQueries.Words;
import io.vestnik.consumer.tail.TailProgress;

/** Answers from an index of views. */
public final class LuceneSearch implements SearchIndex {
    /** Lists of what is found by words, in cursors. */
    private static final String BEST = "best";

    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.KEY, SortField.Type.STRING));
    private static final long TURN_MILLIS = 20;

    private final IndexStates index;
    private final Supplier<TailProgress> progress;
    private final NewsAnalyzer stems = NewsAnalyzer.stems();
    private final NewsAnalyzer plain = NewsAnalyzer.words();
    private final WordQueries words = new WordQueries(stems, plain);
    private final FilterQueries filters = new FilterQueries(words);
    private final Snippets snippets = new Snippets(stems, plain);

    /**
     * Over the index of now.
     *
     * @param read how far the topics are read
     */
    public LuceneSearch(ViewIndex index, Supplier<TailProgress> read) {
        this((IndexStates) index, () -> index.visible(read.get()));
    }

    LuceneSearch(IndexStates index, Supplier<TailProgress> progress) {
        this.index = index;
        this.progress = progress;
    }

    @Override
    public TailProgress progress() {
        return progress.get();
    }

    @Override
    public boolean awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!progress().caughtUp()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
        }
        return true;
    }

    private void checkReady() {
        TailProgress now = progress();
        if (!now.caughtUp()) {
            throw new NotReadyException("The search index is still being made; " + now.left()
                    + " records are left to read. Ask again in a moment.");
        }
    }

    @Override
    public SearchPage search(SearchRequest request) {
        checkLimit(request.limit());
        Words asked = words.read(request.query());
        Place after = Cursors.read(BEST, request.after());
        checkReady();
        return index.ask(searcher -> {
            Query query = inKinds(asked.query(), request.kinds());
            FieldDoc last = after.isBeginning()
                    ? null
                    : new FieldDoc(last(searcher), Float.NaN, new Object[] {
                        Float.intBitsToFloat((int) after.value()), new BytesRef(after.id())
                    });
            TopDocs found = searcher.searchAfter(last, query, request.limit() + 1, BY_SCORE);
            List<SearchHit> hits = new ArrayList<>();
            ScoreDoc[] documents = Arrays.copyOf(found.scoreDocs, Math.min(found.scoreDocs.length, request.limit()));
            for (ScoreDoc document : documents) {
                float score = (Float) ((FieldDoc) document).fields[0];
                hits.add(hit(searcher.storedFields().document(document.doc), score, asked));
            }
            return new SearchPage(
                    hits,
                    found.scoreDocs.length > documents.length
                            ? cursor((FieldDoc) documents[documents.length - 1])
                            : "");
        });
    }

    private static Query inKinds(Query query, Set<SearchKind> kinds) {
        return kinds.isEmpty()
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(
                                new TermInSetQuery(
                                        Fields.KIND,
                                        kinds.stream()
                                                .map(kind -> new BytesRef(kind.pathName()))
                                                .toList()),
                                Occur.FILTER)
                        .build();
    }

    private SearchHit hit(Document document, float score, Words asked) {
        SearchKind kind = SearchKind.of(document.get(Fields.KIND)).orElseThrow();
        String title = document.get(Fields.TITLE);
        String shown = title == null ? "" : title;
        List<String> texts = List.of(document.getValues(Fields.BODY));
        return new SearchHit(kind, document.get(Fields.ID), shown, snippets.cut(shown, texts, asked.marks()), score);
    }

    private static String cursor(FieldDoc last) {
        int score = Float.floatToIntBits((Float) last.fields[0]);
        return Cursors.write(BEST, new Place(score, ((BytesRef) last.fields[1]).utf8ToString()));
    }

    @Override
    public SelectedPage select(Selection selection) {
        checkLimit(selection.limit());
        if (selection.order() == Order.QUOTES && selection.kind() != SearchKind.ENTITY) {
            throw Problem.badRequest("Only entities are sorted by their quotes.");
        }
        String list = selection.kind().pathName() + "." + selection.order();
        Place after = Cursors.read(list, selection.after());
        checkReady();
        return index.ask(searcher -> selection.kind() == SearchKind.STORY
                ? stories(searcher, selection, list, after)
                : others(searcher, selection, list, after));
    }

    private SelectedPage stories(StorySearcher searcher, Selection selection, String list, Place after)
            throws IOException {
        Filter filter = selection.filter();
        IntPredicate selected = story -> true;
        if (FilterQueries.asksArticles(filter)) {
            FixedBitSet found = searcher.storiesOf(filters.query(searcher, SearchKind.ARTICLE, filter));
            selected = found::get;
        }
        List<String> ids = new ArrayList<>();
        Page page = new Page(searcher.stories(), selection, selected, ids);
        searcher.stories().inOrder(selection.order(), after, page);
        return new SelectedPage(ids, page.more ? Cursors.write(list, page.last) : "");
    }

    /** Takes the stories that are selected, until the page is full and another one has been seen. */
    private static final class Page implements IntPredicate {
        private final StoryLists stories;
        private final Selection selection;
        private final IntPredicate selected;
        private final List<String> ids;
        private Place last = Place.BEGINNING;
        private boolean more;

        Page(StoryLists stories, Selection selection, IntPredicate selected, List<String> ids) {
            this.stories = stories;
            this.selection = selection;
            this.selected = selected;
            this.ids = ids;
        }

        @Override
        public boolean test(int story) {
            if (stories.articles(story) < selection.filter().minArticles() || !selected.test(story)) {
                return true;
            }
            if (ids.size() == selection.limit()) {
                more = true;
                return false;
            }
            ids.add(stories.id(story));
            last = new Place(stories.value(selection.order(), story), stories.id(story));
            return true;
        }
    }

    private SelectedPage others(StorySearcher searcher, Selection selection, String list, Place after)
            throws IOException {
        Sort sort = new Sort(
                new SortField(field(selection.order()), SortField.Type.LONG, true),
                new SortField(Fields.ID, SortField.Type.STRING));
        FieldDoc last = after.isBeginning()
                ? null
                : new FieldDoc(last(searcher), Float.NaN, new Object[] {after.value(), new BytesRef(after.id())});
        Query query = filters.query(searcher, selection.kind(), selection.filter());
        if (selection.order() == Order.QUOTES) {
            query = new BooleanQuery.Builder()
                    .add(query, Occur.FILTER)
                    .add(LongPoint.newRangeQuery(Fields.QUOTES, 1, Long.MAX_VALUE), Occur.FILTER)
                    .build();
        }
        TopDocs found = searcher.searchAfter(last, query, selection.limit() + 1, sort);
        int size = Math.min(found.scoreDocs.length, selection.limit());
        List<String> ids = new ArrayList<>();
        for (ScoreDoc document : Arrays.copyOf(found.scoreDocs, size)) {
            ids.add(((BytesRef) ((FieldDoc) document).fields[1]).utf8ToString());
        }
        if (found.scoreDocs.length <= size) {
            return new SelectedPage(ids, "");
        }
        long value = (Long) ((FieldDoc) found.scoreDocs[size - 1]).fields[0];
        return new SelectedPage(ids, Cursors.write(list, new Place(value, ids.get(size - 1))));
    }

    /** What holds the numbers that an order is by. */
    private static String field(Order order) {
        return switch (order) {
            case ARTICLES -> Fields.ARTICLES;
            case LATEST -> Fields.LATEST;
            case QUOTES -> Fields.QUOTES;
        };
    }

    /** Stands for the document of a cursor, wherever that is now: keys tell all documents apart. */
    private static int last(StorySearcher searcher) {
        return Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("not a limit: " + limit);
        }
    }
}
