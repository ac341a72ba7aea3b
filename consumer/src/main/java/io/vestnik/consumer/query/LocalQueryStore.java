/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.serde.Encoded;

/** Answers from the state stores of this instance. */
public final class LocalQueryStore implements QueryStore {
    /** Store of the articles that stories begin with, or would: story id to articleId. */
    public static final String FIRST_ARTICLES = "story-first-articles";

    private final StoreReader stores;
    private final Written written = new Written();

    /** Over the stores that the reader reaches. */
    public LocalQueryStore(StoreReader stores) {
        this.stores = stores;
    }

    @Override
    public Share list(ViewKind kind, ListRequest request) {
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<Integer> partitions = new LinkedHashSet<>();
        ListRequest next = request;
        while (true) {
            NavigableMap<String, String> places = places(kind, next, partitions);
            // A view may have gone since its place was read, and one that has moved may have two places.
            List<String> ids = places.values().stream().filter(seen::add).toList();
            getAll(kind, ids, request.brief()).rows().stream()
                    .limit(request.limit() - rows.size())
                    .forEach(rows::add);
            if (rows.size() >= request.limit() || places.size() < next.limit()) {
                return new Share(rows, partitions);
            }
            next = next.after(places.lastKey());
        }
    }

    @Override
    public Share get(ViewKind kind, String id) {
        return getAll(kind, List.of(id), false);
    }

    @Override
    public Share getAll(ViewKind kind, List<String> ids, boolean brief) {
        Set<String> missing = new LinkedHashSet<>(ids);
        Map<Integer, Map<String, Encoded<SpecificRecord>>> answers =
                stores.<Encoded<SpecificRecord>, Map<String, Encoded<SpecificRecord>>>ask(
                        kind.store(), store -> takeFound(missing, store));
        Map<String, Encoded<SpecificRecord>> views = new HashMap<>();
        answers.values().forEach(views::putAll);
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            Encoded<SpecificRecord> view = views.get(id);
            if (view != null) {
                rows.add(brief ? written.of(kind, id, view) : whole(kind, id, view.value()));
            }
        }
        return new Share(rows, answers.keySet());
    }

    /** What a partition has of those that no partition before it had. */
    private static <V> Map<String, V> takeFound(Set<String> missing, ReadOnlyKeyValueStore<String, V> store) {
        Map<String, V> found = new HashMap<>();
        missing.removeIf(id -> {
            V view = store.get(id);
            if (view != null) {
                found.put(id, view);
            }
            return view != null;
        });
        return found;
    }

    @Override
    public Share firstOf(String story) {
        Map<Integer, @Nullable String> articles =
                stores.<String, @Nullable String>ask(FIRST_ARTICLES, store -> store.get(story));
        for (String articleId : articles.values()) {
            if (articleId != null) {
                return get(ViewKind.ARTICLES, articleId);
            }
        }
        return new Share(List.of(), articles.keySet());
    }

    private static Row whole(ViewKind kind, String id, SpecificRecord view) {
        return new Row(kind.place(view, id), ViewJson.write(view));
    }

    /** The first places of the request; every partition gives its own, sorted, and the tree merges them. */
    private NavigableMap<String, String> places(ViewKind kind, ListRequest request, Set<Integer> partitions) {
        NavigableMap<String, String> places = new TreeMap<>(ViewKind.POSITION_ORDER);
        Map<Integer, Map<String, String>> answers =
                stores.<String, Map<String, String>>ask(kind.positionStore(), store -> places(kind, request, store));
        partitions.addAll(answers.keySet());
        answers.values().forEach(places::putAll);
        while (places.size() > request.limit()) {
            places.pollLastEntry();
        }
        return places;
    }

    private static Map<String, String> places(
            ViewKind kind, ListRequest request, ReadOnlyKeyValueStore<String, String> store) {
        Map<String, String> places = new LinkedHashMap<>();
        try (KeyValueIterator<String, String> range = store.range(kind.from(request), kind.to(request))) {
            while (places.size() < request.limit() && range.hasNext()) {
                KeyValue<String, String> place = range.next();
                if (place.value.startsWith(request.idPrefix())) {
                    places.put(place.key, place.value);
                }
            }
        }
        return places;
    }

    /** Rows of lists that were written before; nobody changes them. The first pages are asked for most of the time. */
    private static final class Written {
        private static final int MOST = 500;

        private record Key(ViewKind kind, String id) {}

        private record Value(ByteBuffer body, Row row) {}

        private final Map<Key, Value> rows = new LinkedHashMap<>(MOST, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Value> eldest) {
                return size() > MOST;
            }
        };

        /** The row of a view, written anew when the view has changed. */
        Row of(ViewKind kind, String id, Encoded<SpecificRecord> view) {
            Key key = new Key(kind, id);
            Value known;
            synchronized (rows) {
                known = rows.get(key);
            }
            if (known == null || !known.body().equals(view.bytes())) {
                SpecificRecord value = view.value();
                known = new Value(view.bytes(), new Row(kind.place(value, id), new WrittenView(kind.brief(value))));
                synchronized (rows) {
                    rows.put(key, known);
                }
            }
            return known.row();
        }
    }
}
