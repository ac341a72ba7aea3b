package io.vestnik.streams.desk;

import java.util.function.Function;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.avro.internal.DeskCommand;

/**
 * Gives each task its own {@link DeskStore}.
 *
 * @param name name of the store
 * @param commands reads rows from the changelog
 * @param desks opens an empty desk of a language
 */
record DeskStoreSupplier(String name, Deserializer<DeskCommand> commands, Function<String, LanguageDesk> desks)
        implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new DeskStore(name, commands, new Desks(desks));
    }

    @Override
    public String metricsScope() {
        return "desk";
    }
}
