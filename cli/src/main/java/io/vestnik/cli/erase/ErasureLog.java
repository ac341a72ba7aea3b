/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Erasure;

/** The topic of erasures: which were begun and done, and which settings of topics wait to be given back. */
final class ErasureLog implements AutoCloseable {
    private final Topic<Erasure> topic;
    private final Serde<Erasure> serde;
    private final KafkaProducer<String, Erasure> producer;

    ErasureLog(Topic<Erasure> topic, Map<String, ?> settings) {
        this.topic = topic;
        this.serde = topic.serde(settings);
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(config, new StringSerializer(), serde.serializer());
    }

    /** The erasures by article. */
    Map<String, Erasure> read(PartitionReader reader) {
        Map<String, Erasure> erasures = new TreeMap<>();
        reader.read(topic.name(), record -> {
            String articleId = PartitionReader.key(record);
            if (record.value() == null) {
                erasures.remove(articleId);
            } else {
                erasures.put(articleId, serde.deserializer().deserialize(topic.name(), record.value()));
            }
        });
        return erasures;
    }

    /** Notes that erasures were begun, and which settings are to be given back. */
    void begun(Collection<String> articleIds, Instant begunAt, Map<String, @Nullable String> settings) {
        articleIds.forEach(articleId -> write(articleId, new Erasure(articleId, begunAt, null, settings)));
    }

    /** Notes that erasures are done and all settings given back. */
    void done(Collection<String> articleIds, Instant begunAt, Instant doneAt) {
        articleIds.forEach(articleId -> write(articleId, new Erasure(articleId, begunAt, doneAt, Map.of())));
    }

    /** Forgets an erasure. */
    void lifted(String articleId) {
        write(articleId, null);
    }

    private void write(String articleId, @Nullable Erasure erasure) {
        Long at = erasure == null ? null : erasure.getBegunAt().toEpochMilli();
        try {
            producer.send(new ProducerRecord<>(topic.name(), null, at, articleId, erasure))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}
