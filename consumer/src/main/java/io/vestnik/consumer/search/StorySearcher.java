/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/**
 * One state of the index with its stories sorted both ways. A filter selects articles, and a list is of their stories: so
 * the stories of the selected articles are marked and the sorted list is read as far as the page goes. It is made when the
 * state is opened, by the thread that writes, and nobody who asks waits for it.
 */
final class StorySearcher extends IndexSearcher {
    private final StoryLists stories;
    private final SegmentStories[] segments;

    /**
     * A state.
     *
     * @param segments by the ordinals of the reader's leaves
     */
    StorySearcher(IndexReader reader, StoryLists stories, SegmentStories[] segments) {
        super(reader);
        this.stories = stories;
        this.segments = segments.clone();
    }

    /** Its stories. */
    StoryLists stories() {
        return stories;
    }

    /** Numbers of the stories that hold an article which the query selects. */
    // A collector that one thread uses is what is meant; managers are for searches by several.
    @SuppressWarnings("deprecation")
    FixedBitSet storiesOf(Query selectedArticles) throws IOException {
        FixedBitSet found = new FixedBitSet(Math.max(1, stories.numbers()));
        search(selectedArticles, new StoriesOfArticles(found));
        return found;
    }

    /** Marks the stories of articles. */
    private final class StoriesOfArticles extends SimpleCollector {
        private final FixedBitSet found;
        private SegmentStories segment;
        private SortedDocValues ofArticles;

        @SuppressWarnings("NullAway.Init") // set for each segment
        StoriesOfArticles(FixedBitSet found) {
            this.found = found;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            segment = segments[leaf.ord];
            ofArticles = DocValues.getSorted(leaf.reader(), Fields.STORY);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ofArticles.advanceExact(document)) {
                found.set(segment.ofOrdinal(ofArticles.ordValue()));
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
