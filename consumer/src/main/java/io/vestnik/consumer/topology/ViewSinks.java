/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.time.Duration;
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

/**
 * The end that all views share: touched keys in, the view kept in its store and written to its topic.
 *
 * @param topics topics to write to
 * @param serdes properties of the serdes
 * @param beat how often touched views are computed
 */
record ViewSinks(Topics topics, Map<String, ?> serdes, Duration beat) {
    /** Computes, keeps and writes the views of the touched keys. */
    <V extends SpecificRecord> void add(
            KStream<String, Touched> touched,
            ViewKind kind,
            Supplier<ViewRecipe<V>> recipe,
            Topic<V> topic,
            String... readStores) {
        String name = kind.pathName() + "-view";
        Serde<V> values = topic.serde(serdes);
        touched.process(new Views<>(kind, recipe, values, beat), named(name), readStores)
                .to(topic.name(), Produced.with(topic.keySerde(), values).withName(name + "-sink"));
    }

    Named named(String name) {
        return Named.as(name);
    }

    private record Views<V extends SpecificRecord>(
            ViewKind kind, Supplier<ViewRecipe<V>> recipe, Serde<V> serde, Duration beat)
            implements ProcessorSupplier<String, Touched, String, V> {
        @Override
        public Processor<String, Touched, String, V> get() {
            return new ViewProcessor<>(kind, recipe.get(), beat);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    ConsumerStores.views(kind, serde), ConsumerStores.positions(kind), ConsumerStores.pending(kind));
        }
    }
}
