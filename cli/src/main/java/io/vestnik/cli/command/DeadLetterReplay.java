/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.PlaceReader;
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
    private static final String NO_TOPIC =
            "It was read from a source and is in no topic. Mend it there and publish it: 'vestnik produce'.";
    private static final String GONE = "The topic holds it no more.";
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Map<String, Object> settings;
    private final Topics topics;
    private final PlaceReader reader;

    /**
     * Over a cluster.
     *
     * @param settings of clients
     */
    DeadLetterReplay(Map<String, ?> settings, Topics topics) {
        this(settings, topics, new PlaceReader(settings));
    }

    DeadLetterReplay(Map<String, ?> settings, Topics topics, PlaceReader reader) {
        this.settings = new TreeMap<>(settings);
        this.topics = topics;
        this.reader = reader;
    }

    /** The topic that the record of a letter stands in; null when it was read from a source. */
    static @Nullable String topic(DeadLetter letter) {
        Matcher place = PLACE.matcher(letter.getOrigin());
        return place.matches() ? place.group(1) : null;
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
     * Sends all that can be sent in one transaction, or says what would be sent. The records are read by one consumer, in
     * the order of their partitions and offsets, and sent in this order.
     *
     * @param dry whether nothing is to be sent
     * @return an outcome for each letter, in their order
     * @throws org.apache.kafka.common.KafkaException when the cluster does not take them; then none was sent
     */
    List<Outcome> replay(List<DeadLetterReader.Item> letters, boolean dry) {
        // By identity: to hash a letter is to hash 64 KiB.
        IdentityHashMap<DeadLetterReader.Item, String> kept = new IdentityHashMap<>();
        Map<TopicPartition, NavigableMap<Long, List<DeadLetterReader.Item>>> wanted = wanted(letters, kept);
        Map<TopicPartition, NavigableSet<Long>> places = new TreeMap<>(ORDER);
        wanted.forEach((partition, items) -> places.put(partition, items.navigableKeySet()));
        Set<String> roots = new TreeSet<>();
        try (KafkaProducer<byte[], byte[]> producer = dry ? null : begun()) {
            reader.read(places, record -> {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                for (DeadLetterReader.Item item : Objects.requireNonNull(
                        Objects.requireNonNull(wanted.get(partition)).get(record.offset()))) {
                    String why = why(item.letter(), record, roots);
                    kept.put(item, why);
                    if (why.isEmpty() && producer != null) {
                        // A record that cannot be sent fails the commit.
                        var unused = producer.send(again(item.letter(), record));
                    }
                }
            });
            if (producer != null) {
                producer.commitTransaction();
            }
        }
        return letters.stream()
                .map(item -> new Outcome(item, kept.getOrDefault(item, GONE)))
                .toList();
    }

    /** A producer with an open transaction. */
    private KafkaProducer<byte[], byte[]> begun() {
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.namespace() + "vestnik-dlq-" + UUID.randomUUID());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            return producer;
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Where the records of letters stand.
     *
     * @param kept is given the letters that are not of a record that can be sent, and why
     */
    private Map<TopicPartition, NavigableMap<Long, List<DeadLetterReader.Item>>> wanted(
            List<DeadLetterReader.Item> letters, IdentityHashMap<DeadLetterReader.Item, String> kept) {
        Map<TopicPartition, OffsetRange> held = held();
        Map<TopicPartition, NavigableMap<Long, List<DeadLetterReader.Item>>> wanted = new TreeMap<>(ORDER);
        for (DeadLetterReader.Item item : letters) {
            Matcher place = PLACE.matcher(item.letter().getOrigin());
            String notOfALog = place.matches() ? notOfALog(place.group(1)) : NO_TOPIC;
            if (!notOfALog.isEmpty()) {
                kept.put(item, notOfALog);
                continue;
            }
            TopicPartition partition = new TopicPartition(place.group(1), Integer.parseInt(place.group(2)));
            long offset = Long.parseLong(place.group(3));
            OffsetRange there = held.get(partition);
            if (there != null && there.from() <= offset && offset < there.to()) {
                wanted.computeIfAbsent(partition, any -> new TreeMap<>())
                        .computeIfAbsent(offset, any -> new ArrayList<>())
                        .add(item);
            }
        }
        return wanted;
    }

    private Map<TopicPartition, OffsetRange> held() {
        try (Admin admin = Admin.create(settings)) {
            return Offsets.ranges(
                    admin, topics.logsOfRecord().stream().map(Topic::name).toList(), IsolationLevel.READ_COMMITTED);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private String notOfALog(String topic) {
        if (topic.equals(topics.watches.name())) {
            return "A watch is declared anew: 'vestnik watch add'.";
        }
        return topics.logsOfRecord().stream().anyMatch(log -> log.name().equals(topic))
                ? ""
                : "An application has written it, and makes it anew: 'vestnik upgrade'.";
    }

    /** Why a record is not sent for a letter; empty when it is. */
    private static String why(DeadLetter letter, ConsumerRecord<byte[], byte[]> record, Set<String> roots) {
        byte[] value = record.value();
        if (!sha256(value == null ? new byte[0] : value).equals(letter.getSha256())) {
            return "The topic holds another record at this place: it was made anew, or the record was erased.";
        }
        // What was sent again and has failed again is of the record that it is a copy of.
        return roots.add(root(letter, record)) ? "" : "Another letter of the same record is sent.";
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
