/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.schemas.serde.EncodedSerde;

/**
 * The end that all views share: touched keys in, the view kept in its store and written to its topic.
 *
 * @param topics topics to write to
 * @param serdes properties of the serdes
 */
record ViewSinks(Topics topics, Map<String, ?> serdes) {
    /** Computes, keeps and writes the views of the touched keys. */
    <R, V extends SpecificRecord> void add(
            KStream<RowKey, R> touched,
            ViewKind kind,
            Supplier<ViewRecipe<R, V>> recipe,
            Topic<V> topic,
            String... readStores) {
        String name = kind.pathName() + "-view";
        Serde<Encoded<V>> values = EncodedSerde.kept(topic.valueType(), topic.serde(serdes));
        touched.process(new Views<>(kind, recipe, values), Named.as(name), readStores)
                .to(topic.name(), Produced.with(topic.keySerde(), values).withName(name + "-sink"));
    }

    private record Views<R, V extends SpecificRecord>(
            ViewKind kind, Supplier<ViewRecipe<R, V>> recipe, Serde<Encoded<V>> values)
            implements ProcessorSupplier<RowKey, R, String, Encoded<V>> {
        @Override
        public Processor<RowKey, R, String, Encoded<V>> get() {
            return new ViewProcessor<>(kind, recipe.get());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(ConsumerStores.views(kind, values), ConsumerStores.positions(kind));
        }
    }
}
