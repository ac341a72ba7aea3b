/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topics;

/**
 * Sends the records that dead letters are of once more, as they stand in the log of record: whole, with key, headers and
 * time. An article event that was taken in meanwhile changes nothing when it comes again.
 */
final class DeadLetterReplay {
    /** Header of a record that is sent again: partition and offset of the dead letter. */
    static final String REPLAY_OF = "vestnik-replay-of";

    private static final Pattern PLACE = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");
    private static final int TRANSACTION_MS = 300_000;

    private final Map<String, Object> settings;
    private final Topics topics;

    /**
     * Over a cluster.
     *
     * @param settings of clients
     */
    DeadLetterReplay(Map<String, ?> settings, Topics topics) {
        this.settings = new TreeMap<>(settings);
        this.topics = topics;
    }

    /**
     * What becomes of a dead letter.
     *
     * @param kept why it is not sent again, for a person; empty when it is
     */
    record Outcome(DeadLetterReader.Item item, String kept) {
        boolean sent() {
            return kept.isEmpty();
        }
    }

    /**
     * Sends all that can be sent in one transaction, or says what would be sent.
     *
     * @param dry whether nothing is to be sent
     * @return an outcome for each letter, in their order
     * @throws org.apache.kafka.common.KafkaException when the cluster does not take them; then none was sent
     */
    List<Outcome> replay(List<DeadLetterReader.Item> letters, boolean dry) {
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.namespace() + "vestnik-dlq-" + UUID.randomUUID());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        List<Outcome> outcomes = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            if (!dry) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            Set<String> origins = new TreeSet<>();
            for (DeadLetterReader.Item item : letters) {
                List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
                String kept = origins.add(item.letter().getOrigin())
                        ? find(item, found)
                        : "Another letter of the same record is sent.";
                outcomes.add(new Outcome(item, kept));
                if (kept.isEmpty() && !dry) {
                    // A record that cannot be sent fails the commit.
                    var unused = producer.send(again(item, found.get(0)));
                }
            }
            if (!dry) {
                producer.commitTransaction();
            }
        }
        return outcomes;
    }

    /** Finds the record of a letter; says why it is not to be sent, or nothing. */
    private String find(DeadLetterReader.Item item, List<ConsumerRecord<byte[], byte[]>> found) {
        Matcher place = PLACE.matcher(item.letter().getOrigin());
        if (!place.matches()) {
            return "It was read from a source and is in no topic. Mend it there and publish it: 'vestnik produce'.";
        }
        if (!place.group(1).equals(topics.articles.name())) {
            return "Only " + topics.articles.name()
                    + " is written to from outside. What an application has written it makes anew: 'vestnik upgrade'.";
        }
        long offset = Long.parseLong(place.group(3));
        TopicPartition partition = new TopicPartition(place.group(1), Integer.parseInt(place.group(2)));
        try {
            new RangeReader(settings)
                    .read(Map.of(partition, new OffsetRange(offset, offset + 1)), found::add, () -> true);
        } catch (OffsetOutOfRangeException | UnknownTopicOrPartitionException e) {
            return "The topic holds it no more.";
        }
        if (found.isEmpty()) {
            return "The topic holds it no more.";
        }
        byte[] value = found.get(0).value();
        String hash = DeadLetters.of("dlq", "", null, "", "", value == null ? new byte[0] : value)
                .getSha256();
        return hash != null && hash.equals(item.letter().getSha256())
                ? ""
                : "The topic holds another record at this place: it was made anew, or the record was erased.";
    }

    private static ProducerRecord<byte[], byte[]> again(
            DeadLetterReader.Item item, ConsumerRecord<byte[], byte[]> record) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.remove(REPLAY_OF);
        headers.add(REPLAY_OF, (item.partition() + "@" + item.offset()).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }
}
