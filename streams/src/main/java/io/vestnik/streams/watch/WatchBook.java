/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.article.CorrectedArticle;
import io.vestnik.streams.mapping.Sharing;
import io.vestnik.streams.mapping.WatchMapping;
import io.vestnik.streams.table.ValueSizes;
import io.vestnik.text.watch.Expression;
import io.vestnik.text.watch.WatchSet;

/** The watches that a task knows, ready to be asked. */
public final class WatchBook {
    /** Watches of one article that count, first by name. */
    static final int MAX_PER_ARTICLE = 250;

    /** What is left for their names in the largest analysis that has any. */
    private static final int ROOM = 64 * 1024;

    private final Map<String, Watch> watches = new TreeMap<>();
    private @Nullable WatchSet set;

    WatchBook() {}

    /** The watch of this name; null when there is none. */
    @Nullable Watch get(String name) {
        return watches.get(name);
    }

    void put(Watch watch) {
        watches.put(watch.getName(), watch);
        set = null;
    }

    void remove(String name) {
        watches.remove(name);
        set = null;
    }

    void clear() {
        watches.clear();
        set = null;
    }

    int size() {
        return watches.size();
    }

    /**
     * The state of an article, its current analysis with the watches that it is for: a function of what the version says
     * and of the watches, whichever came first.
     *
     * @param size size of the state in bytes
     * @return the very state when nothing changes
     */
    public ArticleState applied(ArticleState state, int size) {
        Analysis current = state.getCurrent();
        if (current == null) {
            return state;
        }
        List<String> names = watches.isEmpty() ? List.of() : names(state, current, size);
        if (names.equals(current.getWatches())) {
            return state;
        }
        return Sharing.of(state)
                .setCurrent(Sharing.of(current).setWatches(names).build())
                .build();
    }

    private List<String> names(ArticleState state, Analysis current, int size) {
        if (size > ValueSizes.LIMIT - ROOM && isTooLarge(state, current)) {
            return List.of();
        }
        String words = Objects.requireNonNullElse(state.getWords(), "");
        // A speaker whom somebody has corrected is the one that is watched for.
        Analysis told = Objects.requireNonNullElse(CorrectedArticle.of(state).analysis(), current);
        List<String> names = set().matches(WatchMapping.article(words, told));
        return names.size() <= MAX_PER_ARTICLE ? names : List.copyOf(names.subList(0, MAX_PER_ARTICLE));
    }

    /** Whether names of watches may not fit into it any more, whatever names it has now. */
    private static boolean isTooLarge(ArticleState state, Analysis current) {
        Analysis plain = Sharing.of(current).setWatches(List.of()).build();
        return Encoded.of(Sharing.of(state).setCurrent(plain).build()).size() > ValueSizes.LIMIT - ROOM;
    }

    private WatchSet set() {
        WatchSet made = set;
        if (made == null) {
            Map<String, Expression> expressions = new TreeMap<>();
            watches.forEach((name, watch) -> expressions.put(name, Expression.parse(watch.getExpression())));
            made = WatchSet.of(expressions);
            set = made;
        }
        return made;
    }
}
