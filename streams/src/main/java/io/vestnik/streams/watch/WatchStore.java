/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Watch;
import io.vestnik.streams.table.ObjectStore;

/**
 * The watches of a task as a store: what is put and what is restored goes into the {@link WatchBook}, so that all steps
 * of the task ask one book.
 */
final class WatchStore extends ObjectStore<WatchBook> {
    private final Deserializer<Watch> watches;

    /**
     * A store without watches.
     *
     * @param watches reads rows
     */
    WatchStore(String name, Deserializer<Watch> watches) {
        super(name, new WatchBook());
        this.watches = watches;
    }

    @Override
    protected void restore(String key, byte @Nullable [] value) {
        if (value == null) {
            object().remove(key);
        } else {
            object().put(watches.deserialize(name(), value));
        }
    }

    @Override
    protected void clear() {
        object().clear();
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        restore(new String(key.get(), StandardCharsets.UTF_8), value);
    }

    // Who removes asks the book what was there before.
    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] delete(Bytes key) {
        put(key, null);
        return null;
    }

    @Override
    public long approximateNumEntries() {
        return object().size();
    }
}
