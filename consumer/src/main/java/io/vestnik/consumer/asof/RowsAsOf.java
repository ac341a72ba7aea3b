/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.CoverageMember;

/** The tables as they were known at one time. One thread at a time. */
final class RowsAsOf implements AutoCloseable {
    /** Versions that are stepped over before it is cheaper to seek what is behind them. */
    private static final int STEPS = 8;

    /** Bytes in front of the text of a row's key: what the entry is for, and the table. */
    private static final int HEAD = 2;

    private final RocksDB db;
    private final Map<String, HistoryTable> tables;
    private final long time;
    private final Snapshot snapshot;
    private final ReadOptions options;
    private final RocksIterator rows;
    private final RocksIterator index;

    RowsAsOf(RocksDB db, Map<String, HistoryTable> tables, Instant time) {
        this.db = db;
        this.tables = tables;
        this.time = HistoryKeys.newestFirst(time);
        this.snapshot = db.getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot);
        this.rows = db.newIterator(options);
        this.index = db.newIterator(options);
    }

    /** Takes a value; says false when it has enough. */
    private interface Receiver {
        boolean take(String key, byte[] value);
    }

    /**
     * The row of a key; null when there was none.
     *
     * @throws Problem with status 501 when it was written by another version
     */
    <V extends SpecificRecord> @Nullable V row(Topic<V> topic, String key) {
        return row(topic, key, row -> true);
    }

    /**
     * The newest row of a key that is accepted, of those since it was removed last; null when there was none.
     *
     * @throws Problem with status 501 when one was written by another version
     */
    <V extends SpecificRecord> @Nullable V row(Topic<V> topic, String key, Predicate<V> accepted) {
        byte[] stem = HistoryKeys.stem(HistoryKeys.ROWS, table(topic), key);
        for (rows.seek(concat(stem, time)); isAt(rows, stem); rows.next()) {
            V row = record(topic, key, rows.value());
            if (row == null || accepted.test(row)) {
                return row;
            }
        }
        return null;
    }

    /**
     * Gives the rows whose key begins so, by key, until the receiver says false.
     *
     * @throws Problem with status 501 when one was written by another version
     */
    <V extends SpecificRecord> void rows(Topic<V> topic, String prefix, BiPredicate<String, V> receiver) {
        scan(
                rows,
                HistoryKeys.prefix(HistoryKeys.ROWS, table(topic), prefix),
                (key, value) -> receiver.test(key, Objects.requireNonNull(record(topic, key, value))));
    }

    /**
     * A row's place in a list.
     *
     * @param key its key
     * @param order what the list is ordered by, the greatest first; see {@link HistoryTable}
     */
    record Place(String key, long order) {}

    /**
     * The rows whose key begins so, by key; none of the rows themselves is read.
     *
     * @throws Problem with status 501 when one was written by another version
     */
    List<Place> places(Topic<?> topic, String prefix) {
        List<Place> places = new ArrayList<>();
        scan(index, HistoryKeys.prefix(HistoryKeys.ORDER, table(topic), prefix), (key, value) -> {
            long order = ByteBuffer.wrap(value).getLong();
            if (order == HistoryStore.UNREADABLE) {
                throw otherVersion(topic, key);
            }
            return places.add(new Place(key, order));
        });
        return places;
    }

    /** The first {@value CoverageRecipe#MAX_STORIES} stories that the articles of a topic belonged to, sorted. */
    List<String> stories(Topics topics, String topic) {
        List<String> stories = new ArrayList<>();
        byte[] begin = HistoryKeys.stories(topic);
        index.seek(begin);
        while (index.isValid() && stories.size() < CoverageRecipe.MAX_STORIES) {
            byte[] key = index.key();
            if (!HistoryKeys.startsWith(key, begin)) {
                break;
            }
            String story = HistoryKeys.text(key, begin.length);
            int article = HistoryKeys.end(key, begin.length);
            boolean known = Long.compareUnsigned(ByteBuffer.wrap(index.value()).getLong(), time) >= 0;
            if (known && isIn(topics, topic, HistoryKeys.text(key, article), story)) {
                stories.add(story);
                index.seek(HistoryKeys.behind(HistoryKeys.stories(topic, story)));
            } else {
                index.next();
            }
        }
        return stories;
    }

    private boolean isIn(Topics topics, String topic, String articleId, String story) {
        CoverageMember member = row(topics.coverageMembers, Keys.of(topic, articleId));
        return member != null && member.getStory().equals(story);
    }

    /** Gives of each key the newest version that is not behind the time, when it is not a removal. */
    private void scan(RocksIterator iterator, byte[] prefix, Receiver receiver) {
        iterator.seek(prefix);
        while (iterator.isValid()) {
            byte[] key = iterator.key();
            if (!HistoryKeys.startsWith(key, prefix)) {
                return;
            }
            byte[] stem = Arrays.copyOf(key, key.length - HistoryKeys.TIME_BYTES);
            if (find(iterator, stem)) {
                byte[] value = iterator.value();
                if (value.length > 0 && !receiver.take(HistoryKeys.text(stem, HEAD), value)) {
                    return;
                }
                leave(iterator, stem);
            }
        }
    }

    /** Goes on to the version of the time; false when there is none, and the next key's first version is reached. */
    private boolean find(RocksIterator iterator, byte[] stem) {
        for (int steps = 0; isAt(iterator, stem); steps++) {
            if (Long.compareUnsigned(version(iterator.key()), time) >= 0) {
                return true;
            }
            if (steps < STEPS) {
                iterator.next();
            } else {
                iterator.seek(concat(stem, time));
            }
        }
        return false;
    }

    private static void leave(RocksIterator iterator, byte[] stem) {
        for (int steps = 0; steps < STEPS; steps++) {
            iterator.next();
            if (!isAt(iterator, stem)) {
                return;
            }
        }
        iterator.seek(HistoryKeys.behind(stem));
    }

    private static boolean isAt(RocksIterator iterator, byte[] stem) {
        return iterator.isValid() && HistoryKeys.startsWith(iterator.key(), stem);
    }

    private static long version(byte[] key) {
        return ByteBuffer.wrap(key, key.length - HistoryKeys.TIME_BYTES, HistoryKeys.TIME_BYTES)
                .getLong();
    }

    private static byte[] concat(byte[] stem, long time) {
        return ByteBuffer.allocate(stem.length + HistoryKeys.TIME_BYTES)
                .put(stem)
                .putLong(time)
                .array();
    }

    private static <V extends SpecificRecord> @Nullable V record(Topic<V> topic, String key, byte[] value) {
        if (value.length == 0) {
            return null;
        }
        if (ByteBuffer.wrap(value).getLong() != CanonicalAvro.fingerprint(topic.valueType())) {
            throw otherVersion(topic, key);
        }
        return CanonicalAvro.record(topic.valueType(), ByteBuffer.wrap(value, Long.BYTES, value.length - Long.BYTES));
    }

    private static Problem otherVersion(Topic<?> topic, String key) {
        return new Problem(
                501,
                "Not readable",
                "The row '" + key + "' of " + topic.baseName()
                        + " was then written by another version of Vestnik, which this one does not read. Ask for a time after"
                        + " the upgrade.");
    }

    private HistoryTable table(Topic<?> topic) {
        return Objects.requireNonNull(tables.get(topic.baseName()), () -> "no past is kept of " + topic.name());
    }

    @Override
    public void close() {
        rows.close();
        index.close();
        options.close();
        db.releaseSnapshot(snapshot);
        snapshot.close();
    }
}
