/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Searches all that a pipeline keeps for words: every record of every topic, committed or not, as a consumer reads it;
 * every record in every segment file, whatever a reader may see of it, with its compression undone; and the bytes of every
 * file, those of state stores among them.
 */
final class KeptBytes {
    private static final Duration POLL = Duration.ofMillis(200);

    private final List<String> words;

    KeptBytes(List<String> words) {
        this.words = words;
    }

    /** The topics that have one of the words in a record. */
    Set<String> topics(String bootstrap) {
        Set<String> found = new TreeSet<>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_uncommitted",
                "enable.auto.commit", "false",
                "exclude.internal.topics", "false",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.listTopics()
                    .values()
                    .forEach(infos ->
                            infos.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<TopicPartition> open = new ArrayList<>(partitions);
            while (!open.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    boolean has = holds(record.key()) || holds(record.value());
                    for (Header header : record.headers()) {
                        has |= holds(header.value());
                    }
                    if (has) {
                        found.add(record.topic());
                    }
                }
                open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
        return found;
    }

    /** The segment files that have one of the words in a record, those of deleted segments included. */
    Set<String> segments(Path directory) {
        Set<String> found = new TreeSet<>();
        for (Path file : files(directory)) {
            if (file.getFileName().toString().matches(".*\\.log(\\..*)?") && inSegment(file)) {
                found.add(directory.relativize(file).toString());
            }
        }
        return found;
    }

    /** The files that have one of the words in their bytes. */
    Set<String> files(Path... directories) {
        Set<String> found = new TreeSet<>();
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                if (holds(read(file))) {
                    found.add(directory.getParent().relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // Deleted in between, which is what is waited for.
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean inSegment(Path file) {
        try {
            FileRecords records = FileRecords.open(file.toFile(), false);
            try {
                for (Record record : records.records()) {
                    if (holds(bytes(record.key())) || holds(bytes(record.value()))) {
                        return true;
                    }
                }
                return false;
            } finally {
                // To close the records would cut the file, which is the broker's.
                records.closeHandlers();
            }
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holds(byte[] bytes) {
        if (bytes == null) {
            return false;
        }
        // Byte for byte, as a word may stand in anything.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .anyMatch(text::contains);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
