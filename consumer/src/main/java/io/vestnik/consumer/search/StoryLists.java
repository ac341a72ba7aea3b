/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

import org.apache.lucene.util.BytesRef;

/** The stories of one state of the index, by number, sorted both ways. */
final class StoryLists {
    /** No stories. */
    static final StoryLists NONE = new StoryLists(new BytesRef[0], new long[0], new long[0], new int[0], new int[0]);

    private static final long ABSENT = Long.MIN_VALUE;

    private final BytesRef[] ids;
    private final long[] articles;
    private final long[] latest;
    private final int[] byArticles;
    private final int[] byLatest;

    private StoryLists(BytesRef[] ids, long[] articles, long[] latest, int[] byArticles, int[] byLatest) {
        this.ids = ids;
        this.articles = articles;
        this.latest = latest;
        this.byArticles = byArticles;
        this.byLatest = byLatest;
    }

    /** Tells the values that stories have. */
    @FunctionalInterface
    interface Values {
        /**
         * Puts in what each story that is there has.
         *
         * @param articles by number: how many articles
         * @param latest by number: milliseconds since 1970
         */
        void tell(long[] articles, long[] latest);
    }

    /** The next state: only what has changed is sorted anew. */
    StoryLists next(StoryNumbers numbers, Values values) {
        long[] newArticles = new long[numbers.size()];
        long[] newLatest = new long[numbers.size()];
        Arrays.fill(newArticles, ABSENT);
        Arrays.fill(newLatest, ABSENT);
        values.tell(newArticles, newLatest);
        return new StoryLists(
                numbers.ids(),
                newArticles,
                newLatest,
                sorted(byArticles, articles, newArticles, numbers.ids()),
                sorted(byLatest, latest, newLatest, numbers.ids()));
    }

    /** Greatest first, by id within the same: the moved are sorted and merged into those that stand as before. */
    private static int[] sorted(int[] before, long[] was, long[] is, BytesRef[] ids) {
        Comparator<Integer> order =
                Comparator.<Integer>comparingLong(story -> is[story]).reversed().thenComparing(story -> ids[story]);
        List<Integer> moved = new ArrayList<>();
        int present = 0;
        for (int story = 0; story < is.length; story++) {
            if (is[story] != ABSENT) {
                present++;
                if (story >= was.length || was[story] != is[story]) {
                    moved.add(story);
                }
            }
        }
        moved.sort(order);
        int[] sorted = new int[present];
        int size = 0;
        int next = 0;
        for (int story : before) {
            if (was[story] == is[story]) {
                while (next < moved.size() && order.compare(moved.get(next), story) < 0) {
                    sorted[size++] = moved.get(next++);
                }
                sorted[size++] = story;
            }
        }
        while (next < moved.size()) {
            sorted[size++] = moved.get(next++);
        }
        return sorted;
    }

    /** How many stories there are. */
    int size() {
        return byArticles.length;
    }

    /** How many numbers were given, to stories that are there or not. */
    int numbers() {
        return articles.length;
    }

    /** Id of a story by its number. */
    String id(int story) {
        return ids[story].utf8ToString();
    }

    /** Articles of a story by its number. */
    long articles(int story) {
        return articles[story];
    }

    /** What a story is sorted by. */
    long value(Selection.Order order, int story) {
        return order == Selection.Order.ARTICLES ? articles[story] : latest[story];
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
                compared = ids[story].compareTo(afterId);
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
}
