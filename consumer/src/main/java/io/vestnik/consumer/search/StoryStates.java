/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Opens the states of an index, one after the other, by one thread. What segments say that were there before is not read
 * again, and only stories that have changed are sorted: a state is opened twice a second, beside all else.
 */
final class StoryStates {
    /** So many numbers are given before those of stories that are gone are forgotten, by beginning anew. */
    private static final int SPARE = 10_000;

    private StoryNumbers numbers = new StoryNumbers();
    private Map<IndexReader.CacheKey, SegmentStories> segments = Map.of();
    private StoryLists lists = StoryLists.NONE;
    private int mostNumbers = SPARE;

    /** Opens the next state. */
    StorySearcher next(IndexReader reader) throws IOException {
        boolean anew = numbers.size() > mostNumbers;
        if (anew) {
            numbers = new StoryNumbers();
            segments = Map.of();
            lists = StoryLists.NONE;
        }
        List<LeafReaderContext> leaves = reader.leaves();
        SegmentStories[] stories = new SegmentStories[leaves.size()];
        Map<IndexReader.CacheKey, SegmentStories> now = new HashMap<>();
        for (LeafReaderContext leaf : leaves) {
            IndexReader.CacheKey key =
                    Objects.requireNonNull(leaf.reader().getCoreCacheHelper()).getKey();
            SegmentStories known = segments.get(key);
            stories[leaf.ord] = known == null ? new SegmentStories(leaf.reader(), numbers) : known;
            now.put(key, stories[leaf.ord]);
        }
        segments = now;
        lists = lists.next(numbers, (articles, latest) -> {
            for (LeafReaderContext leaf : leaves) {
                stories[leaf.ord].tell(leaf.reader().getLiveDocs(), articles, latest);
            }
        });
        if (anew) {
            mostNumbers = 2 * numbers.size() + SPARE;
        }
        return new StorySearcher(reader, lists, stories);
    }
}
