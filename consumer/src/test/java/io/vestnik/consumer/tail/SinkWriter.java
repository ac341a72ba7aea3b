/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Gives a sink a made-up log from where the sink stands, as a {@link Tail} would; prints a line after each step. */
public final class SinkWriter {
    /** What is printed by one that waits to be killed. */
    public static final String AHEAD = "ahead";

    private static final int STEPS = 25;

    private final TailSink sink;
    private final MadeLog log;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(Comparator.comparing(TopicPartition::toString));

    public SinkWriter(TailSink sink, MadeLog log) {
        this.sink = sink;
        this.log = log;
        log.partitions().forEach(partition -> positions.put(partition, 0L));
        positions.putAll(sink.positions());
    }

    /** Goes on until it is killed. Every few steps the sink commits, be it only to say that it is whole. */
    public void runForever() {
        for (int step = 1; ; step++) {
            step(1 + step * 37 % 150);
            if (step % 5 == 0) {
                sink.whole(Instant.now());
            }
        }
    }

    /** Goes on up to the given place in each partition. */
    public void runTo(long end) {
        while (positions.values().stream().anyMatch(position -> position < end)) {
            take(
                    positions.values().stream()
                                            .mapToLong(position -> end - position)
                                            .min()
                                            .orElseThrow()
                                    > 100
                            ? 100
                            : 1);
        }
        sink.take(List.of(), Map.copyOf(positions));
    }

    /**
     * Writes where it stands to a file of its own, as a reader that does not keep its place with what it has read, and then
     * waits, so that a kill comes between the two.
     */
    public void runAhead(Path file) throws IOException, InterruptedException {
        for (int step = 1; step <= STEPS; step++) {
            step(20);
        }
        Properties apart = new Properties();
        log.partitions()
                .forEach(partition ->
                        apart.setProperty(partition.toString(), Long.toString(positions.get(partition) + 20)));
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            apart.store(out, null);
        }
        print(AHEAD);
        TimeUnit.HOURS.sleep(1);
    }

    /** What {@link #runAhead} has written. */
    public static Map<TopicPartition, Long> ahead(Path file, MadeLog log) throws IOException {
        Properties apart = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            apart.load(in);
        }
        Map<TopicPartition, Long> positions = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        log.partitions()
                .forEach(
                        partition -> positions.put(partition, Long.parseLong(apart.getProperty(partition.toString()))));
        return positions;
    }

    private void step(int records) {
        take(records);
        print(Long.toString(total(positions)));
    }

    /** Records of all partitions up to the given places. */
    public static long total(Map<TopicPartition, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).sum();
    }

    private void take(int each) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (TopicPartition partition : log.partitions()) {
            long from = positions.get(partition);
            for (long offset = from; offset < from + each; offset++) {
                records.add(log.record(partition, offset));
            }
            positions.put(partition, from + each);
        }
        sink.take(records, Map.copyOf(positions));
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        // In one piece, or a kill could leave half a number.
        System.out.print(line + "\n");
        System.out.flush();
    }
}
