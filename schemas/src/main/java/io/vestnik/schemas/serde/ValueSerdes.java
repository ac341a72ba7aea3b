/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.HashMap;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/** Makes the serde that the configuration names. */
public final class ValueSerdes {
    /**
     * Class of the serde of values: Vestnik's own, or another that speaks the same format, as {@code
     * io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}. It needs a constructor without arguments.
     */
    public static final String VALUE_SERDE_CONFIG = "vestnik.value.serde";

    /** Tells Confluent's deserializer to give generated classes. */
    private static final String SPECIFIC_READER = "specific.avro.reader";

    private ValueSerdes() {}

    /**
     * A configured serde of values.
     *
     * @param type generated class of the values
     * @param config properties of the client, those of the schema registry among them
     * @throws ConfigException when the configured class is no serde
     */
    public static <V extends SpecificRecord> Serde<V> create(Class<V> type, Map<String, ?> config) {
        Object configured = config.get(VALUE_SERDE_CONFIG);
        if (configured == null || configured == AvroSerde.class || configured.equals(AvroSerde.class.getName())) {
            return AvroSerde.of(type, config);
        }
        Map<String, Object> settings = new HashMap<>(config);
        settings.putIfAbsent(SPECIFIC_READER, true);
        Serde<V> serde = instance(configured);
        serde.configure(settings, false);
        return Serdes.serdeFrom(serde.serializer(), new TranslatingDeserializer<>(serde.deserializer()));
    }

    // Which type a serde is of is not known at run time; a wrong one shows at the first record.
    @SuppressWarnings("unchecked")
    private static <V> Serde<V> instance(Object configured) {
        try {
            Class<?> type = configured instanceof Class<?> given
                    ? given
                    : Class.forName(configured.toString(), true, Utils.getContextOrKafkaClassLoader());
            return (Serde<V>) Utils.newInstance(type.asSubclass(Serde.class));
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new ConfigException(VALUE_SERDE_CONFIG, configured, "no serde of this name is on the class path");
        }
    }
}
