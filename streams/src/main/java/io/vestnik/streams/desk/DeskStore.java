/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.table.ObjectStore;

/**
 * The desks as a store. A desk holds all that it needs of an article in its own form, so rows in memory would be a copy
 * that nobody reads.
 *
 * <p>What the processor puts goes on to the changelog and no further: the processor has asked the desk itself, as it
 * needs to know what changed. So a desk is ahead of the changelog until the transaction is committed. A transaction
 * that is aborted ends the task, and with it this store, or revives it: either way the desks are emptied and restored.
 */
final class DeskStore extends ObjectStore<Desks> {
    private final Deserializer<DeskCommand> commands;

    /**
     * A store of empty desks.
     *
     * @param commands reads rows from the changelog
     */
    DeskStore(String name, Deserializer<DeskCommand> commands, Desks desks) {
        super(name, desks);
        this.commands = commands;
    }

    @Override
    protected void restore(String key, byte @Nullable [] value) {
        if (value == null) {
            object().forget(key);
        } else {
            object().restore(key, commands.deserialize(name(), value));
        }
    }

    @Override
    protected void clear() {
        object().clear();
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        // The desk has it already; the layer above this one writes it to the changelog.
    }

    @Override
    public long approximateNumEntries() {
        return object().size();
    }
}
