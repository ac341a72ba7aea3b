/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.serde.Encoded;

/**
 * The tallies of the topics that are being written about. Nothing of it is in a changelog, as everything in it is
 * counted from the members: a topic that is not in it is counted from their store when it is next touched. Both halves
 * of the coverage step share it, which is why it is a store.
 *
 * <p>Bounded by the number of counters; the topics not touched for longest go first.
 */
final class CoverageBook implements StateStore {
    private final String name;
    private final long maxWeight;
    private final LinkedHashMap<String, TopicTallies> topics = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;
    private boolean open;

    private CoverageBook(String name, long maxWeight) {
        this.name = name;
        this.maxWeight = maxWeight;
    }

    /** Gives each task its own book. */
    static StoreBuilder<CoverageBook> builder(String name, long maxWeight) {
        return new Builder(name, maxWeight);
    }

    /** The tallies of a topic, counted from the members if they are not at hand. */
    TopicTallies tallies(String topic, KeyValueStore<String, Encoded<CoverageMember>> members) {
        TopicTallies known = topics.get(topic);
        if (known != null) {
            return known;
        }
        TopicTallies counted = new TopicTallies(TopicIds.kind(topic) == TopicKind.ENTITY ? TopicIds.id(topic) : "");
        eachMember(topic, members, counted::count);
        topics.put(topic, counted);
        weight += counted.weight();
        return counted;
    }

    /** Which members of a topic come first and last, looked up if the tallies do not tell any more. */
    static Ends ends(String topic, TopicTallies tallies, KeyValueStore<String, Encoded<CoverageMember>> members) {
        if (tallies.ends().unknown()) {
            Ends found = new Ends();
            eachMember(topic, members, found::add);
            tallies.setEnds(found);
        }
        return tallies.ends();
    }

    private static void eachMember(
            String topic, KeyValueStore<String, Encoded<CoverageMember>> members, Consumer<CoverageMember> receiver) {
        try (KeyValueIterator<String, Encoded<CoverageMember>> all =
                members.prefixScan(Keys.prefix(topic), new StringSerializer())) {
            all.forEachRemaining(row -> receiver.accept(row.value.value()));
        }
    }

    /** Notes that the tallies of a topic grew or shrank by as much, and drops what there is no room for. */
    void reweigh(int difference) {
        weight += difference;
        Iterator<Map.Entry<String, TopicTallies>> eldest = topics.entrySet().iterator();
        while (weight > maxWeight && eldest.hasNext()) {
            TopicTallies tallies = eldest.next().getValue();
            // What is not written yet is known nowhere else.
            if (!tallies.touched()) {
                weight -= tallies.weight();
                eldest.remove();
            }
        }
    }

    /**
     * Forgets everything, for a task that becomes active. One that was active before and a standby in between keeps its
     * stores open and is not initialized a second time; what another instance has changed meanwhile came to the members
     * from their changelog, past this book.
     */
    void startAnew() {
        clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clear();
        context.register(root, (key, value) -> {
            throw new IllegalStateException("store " + name + " has no changelog to be restored from");
        });
        open = true;
    }

    @Override
    public void close() {
        clear();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private void clear() {
        topics.clear();
        weight = 0;
    }

    private record Builder(String name, long maxWeight) implements StoreBuilder<CoverageBook> {
        @Override
        public StoreBuilder<CoverageBook> withCachingEnabled() {
            throw new UnsupportedOperationException("a book is a cache itself");
        }

        @Override
        public StoreBuilder<CoverageBook> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<CoverageBook> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("a book is counted again, not restored");
        }

        @Override
        public StoreBuilder<CoverageBook> withLoggingDisabled() {
            return this;
        }

        @Override
        public CoverageBook build() {
            return new CoverageBook(name, maxWeight);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
