/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What a segment says of stories. It is read once: all that changes is that its documents are removed. */
final class SegmentStories {
    private final int[] ofOrdinals;
    private int[] documents = new int[16];
    private int[] stories = new int[16];
    private long[] articles = new long[16];
    private long[] latest = new long[16];
    private int size;

    /**
     * Reads a segment.
     *
     * @param numbers gives each story it names a number
     */
    SegmentStories(LeafReader leaf, StoryNumbers numbers) throws IOException {
        SortedDocValues storiesOfArticles = DocValues.getSorted(leaf, Fields.STORY);
        ofOrdinals = new int[storiesOfArticles.getValueCount()];
        TermsEnum terms = storiesOfArticles.termsEnum();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            ofOrdinals[(int) terms.ord()] = numbers.of(term);
        }
        PostingsEnum views = leaf.postings(new Term(Fields.KIND, SearchKind.STORY.pathName()), PostingsEnum.NONE);
        if (views != null) {
            read(leaf, views, numbers);
        }
    }

    private void read(LeafReader leaf, PostingsEnum views, StoryNumbers numbers) throws IOException {
        SortedDocValues ids = DocValues.getSorted(leaf, Fields.ID);
        NumericDocValues allArticles = DocValues.getNumeric(leaf, Fields.ARTICLES);
        NumericDocValues allLatest = DocValues.getNumeric(leaf, Fields.LATEST);
        for (int document = views.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = views.nextDoc()) {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, size * 2);
                stories = Arrays.copyOf(stories, size * 2);
                articles = Arrays.copyOf(articles, size * 2);
                latest = Arrays.copyOf(latest, size * 2);
            }
            ids.advanceExact(document);
            allArticles.advanceExact(document);
            allLatest.advanceExact(document);
            documents[size] = document;
            stories[size] = numbers.of(ids.lookupOrd(ids.ordValue()));
            articles[size] = allArticles.longValue();
            latest[size] = allLatest.longValue();
            size++;
        }
    }

    /** Number of a story by its ordinal among the stories of the segment's articles. */
    int ofOrdinal(int ordinal) {
        return ofOrdinals[ordinal];
    }

    /**
     * Tells what the live views of stories say.
     *
     * @param live the segment's live documents; null when all are
     * @param toArticles by number of the story
     * @param toLatest by number of the story
     */
    void tell(@Nullable Bits live, long[] toArticles, long[] toLatest) {
        for (int i = 0; i < size; i++) {
            if (live == null || live.get(documents[i])) {
                toArticles[stories[i]] = articles[i];
                toLatest[stories[i]] = latest[i];
            }
        }
    }
}
