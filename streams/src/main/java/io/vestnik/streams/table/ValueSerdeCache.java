/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

import io.vestnik.schemas.serde.Encoded;
import io.vestnik.schemas.serde.EncodedSerde;
import io.vestnik.schemas.serde.ValueSerdes;

/** Configured serdes, one per type of value. */
public final class ValueSerdeCache {
    private final Map<String, ?> config;
    private final Map<Class<?>, Serde<?>> serdes = new ConcurrentHashMap<>();

    /**
     * No serdes yet.
     *
     * @param config properties of the client, those of the schema registry among them
     */
    public ValueSerdeCache(Map<String, ?> config) {
        this.config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /** The serde of a type of value. */
    @SuppressWarnings("unchecked") // each type is put in with its own serde, below
    public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return (Serde<V>) serdes.computeIfAbsent(type, ignored -> ValueSerdes.create(type, config));
    }

    /** The serde of records of a type with their bodies. */
    public <V extends SpecificRecord> Serde<Encoded<V>> encoded(Class<V> type) {
        return EncodedSerde.over(of(type));
    }

    /** The serde of keys. */
    public Serde<String> keys() {
        return Serdes.String();
    }
}
