/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * One state of the index with its stories sorted both ways. A filter selects articles, and a list is of their stories: so
 * the stories of the selected articles are marked and the sorted list is read as far as the page goes. It is made when the
 * state is opened, by the thread that writes, and nobody who asks waits for it.
 */
final class StorySearcher extends IndexSearcher {
    private static final int NONE = -1;

    private final String[] ids;
    private final BytesRef[] idBytes;
    private final long[] articles;
    private final long[] latest;
    private final int[] byArticles;
    private final int[] byLatest;
    /** By segment: from the number of a story among its articles to its number here. */
    private final int[][] storyOfOrdinal;

    // A collector that one thread uses is what is meant; managers are for searches by several.
    @SuppressWarnings("deprecation")
    StorySearcher(IndexReader reader) throws IOException {
        super(reader);
        StoryRows rows = new StoryRows();
        search(new TermQuery(new Term(Fields.KIND, SearchKind.STORY.pathName())), rows);
        int size = rows.size;
        idBytes = Arrays.copyOf(rows.ids, size);
        articles = Arrays.copyOf(rows.articles, size);
        latest = Arrays.copyOf(rows.latest, size);
        ids = new String[size];
        Map<BytesRef, Integer> numbers = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            ids[i] = idBytes[i].utf8ToString();
            numbers.put(idBytes[i], i);
        }
        byArticles = sorted(articles);
        byLatest = sorted(latest);
        storyOfOrdinal = new int[reader.leaves().size()][];
        for (LeafReaderContext leaf : reader.leaves()) {
            storyOfOrdinal[leaf.ord] = numbers(leaf, numbers);
        }
    }

    private int[] sorted(long[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingLong(i -> values[i])
                        .reversed()
                        .thenComparing((one, other) -> idBytes[one].compareTo(idBytes[other])));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static int[] numbers(LeafReaderContext leaf, Map<BytesRef, Integer> numbers) throws IOException {
        SortedDocValues stories = DocValues.getSorted(leaf.reader(), Fields.STORY);
        int[] numberOf = new int[stories.getValueCount()];
        TermsEnum terms = stories.termsEnum();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            numberOf[(int) terms.ord()] = numbers.getOrDefault(term, NONE);
        }
        return numberOf;
    }

    /** Number of stories. */
    int stories() {
        return ids.length;
    }

    /** Id of a story by its number. */
    String id(int story) {
        return ids[story];
    }

    /** Articles of a story by its number. */
    long articles(int story) {
        return articles[story];
    }

    /** What a story is sorted by. */
    long value(Selection.Order order, int story) {
        return order == Selection.Order.ARTICLES ? articles[story] : latest[story];
    }

    /** Numbers of the stories that hold an article which the query selects. */
    @SuppressWarnings("deprecation") // as above
    FixedBitSet storiesOf(Query selectedArticles) throws IOException {
        FixedBitSet found = new FixedBitSet(Math.max(1, ids.length));
        search(selectedArticles, new StoriesOfArticles(found));
        return found;
    }

    /** Gives the numbers of the stories behind a place, in order, until the receiver says false. */
    void inOrder(Selection.Order order, Cursors.Place after, IntPredicate receiver) {
        int[] sorted = order == Selection.Order.ARTICLES ? byArticles : byLatest;
        int from = 0;
        int to = after.isBeginning() ? 0 : sorted.length;
        BytesRef afterId = new BytesRef(after.id());
        while (from < to) {
            int middle = (from + to) >>> 1;
            int story = sorted[middle];
            int compared = Long.compare(after.value(), value(order, story));
            if (compared == 0) {
                compared = idBytes[story].compareTo(afterId);
            }
            if (compared > 0) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        for (int i = from; i < sorted.length && receiver.test(sorted[i]); i++) {
            // The receiver does it all.
        }
    }

    /** Reads the stories themselves. */
    private static final class StoryRows extends SimpleCollector {
        private BytesRef[] ids = new BytesRef[1024];
        private long[] articles = new long[1024];
        private long[] latest = new long[1024];
        private int size;
        private SortedDocValues leafIds;
        private NumericDocValues leafArticles;
        private NumericDocValues leafLatest;

        @SuppressWarnings("NullAway.Init") // set for each segment
        StoryRows() {}

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            leafIds = DocValues.getSorted(leaf.reader(), Fields.ID);
            leafArticles = DocValues.getNumeric(leaf.reader(), Fields.ARTICLES);
            leafLatest = DocValues.getNumeric(leaf.reader(), Fields.LATEST);
        }

        @Override
        public void collect(int document) throws IOException {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                articles = Arrays.copyOf(articles, size * 2);
                latest = Arrays.copyOf(latest, size * 2);
            }
            leafIds.advanceExact(document);
            leafArticles.advanceExact(document);
            leafLatest.advanceExact(document);
            ids[size] = BytesRef.deepCopyOf(leafIds.lookupOrd(leafIds.ordValue()));
            articles[size] = leafArticles.longValue();
            latest[size] = leafLatest.longValue();
            size++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** Marks the stories of articles. */
    private final class StoriesOfArticles extends SimpleCollector {
        private final FixedBitSet found;
        private int[] numberOf;
        private SortedDocValues stories;

        @SuppressWarnings("NullAway.Init") // set for each segment
        StoriesOfArticles(FixedBitSet found) {
            this.found = found;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            numberOf = storyOfOrdinal[leaf.ord];
            stories = DocValues.getSorted(leaf.reader(), Fields.STORY);
        }

        @Override
        public void collect(int document) throws IOException {
            if (stories.advanceExact(document)) {
                int story = numberOf[stories.ordValue()];
                if (story != NONE) {
                    found.set(story);
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
