/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.Sha256;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;

/**
 * Sends the records that dead letters are of once more, as they stand in the log of record: whole, with key, headers and
 * time. An article event that was taken in meanwhile changes nothing when it comes again.
 */
final class DeadLetterReplay {
    /** Header of a record that is sent again: topic-partition@offset of the record that it is a copy of. */
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
            Map<TopicPartition, OffsetRange> held = held();
            Set<String> roots = new TreeSet<>();
            for (DeadLetterReader.Item item : letters) {
                List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
                String kept = find(item.letter(), held, found);
                // What was sent again and has failed again is of the record that it is a copy of.
                if (kept.isEmpty() && !roots.add(root(item.letter(), found.get(0)))) {
                    kept = "Another letter of the same record is sent.";
                }
                outcomes.add(new Outcome(item, kept));
                if (kept.isEmpty() && !dry) {
                    // A record that cannot be sent fails the commit.
                    var unused = producer.send(again(item.letter(), found.get(0)));
                }
            }
            if (!dry) {
                producer.commitTransaction();
            }
        }
        return outcomes;
    }

    private Map<TopicPartition, OffsetRange> held() {
        try (Admin admin = Admin.create(settings)) {
            return Offsets.ranges(
                    admin, topics.logsOfRecord().stream().map(Topic::name).toList(), IsolationLevel.READ_COMMITTED);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Finds the record of a letter; says why it is not to be sent, or nothing. */
    private String find(
            DeadLetter letter, Map<TopicPartition, OffsetRange> held, List<ConsumerRecord<byte[], byte[]>> found) {
        Matcher place = PLACE.matcher(letter.getOrigin());
        if (!place.matches()) {
            return "It was read from a source and is in no topic. Mend it there and publish it: 'vestnik produce'.";
        }
        String topic = place.group(1);
        if (topic.equals(topics.watches.name())) {
            return "A watch is declared anew: 'vestnik watch add'.";
        }
        if (topics.logsOfRecord().stream().noneMatch(log -> log.name().equals(topic))) {
            return "An application has written it, and makes it anew: 'vestnik upgrade'.";
        }
        long offset = Long.parseLong(place.group(3));
        TopicPartition partition = new TopicPartition(topic, Integer.parseInt(place.group(2)));
        OffsetRange there = held.get(partition);
        if (there != null && there.from() <= offset && offset < there.to()) {
            new RangeReader(settings)
                    .read(Map.of(partition, new OffsetRange(offset, offset + 1)), found::add, () -> true);
        }
        if (found.isEmpty()) {
            return "The topic holds it no more.";
        }
        byte[] value = found.get(0).value();
        String hash = sha256(value == null ? new byte[0] : value);
        return hash.equals(letter.getSha256())
                ? ""
                : "The topic holds another record at this place: it was made anew, or the record was erased.";
    }

    private static String sha256(byte[] value) {
        MessageDigest digest = Sha256.start();
        digest.update(value);
        return Sha256.hex(digest);
    }

    private static String root(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        Header of = record.headers().lastHeader(REPLAY_OF);
        return of == null ? letter.getOrigin() : new String(of.value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> again(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        String root = root(letter, record);
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.remove(REPLAY_OF);
        headers.add(REPLAY_OF, root.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }
}
