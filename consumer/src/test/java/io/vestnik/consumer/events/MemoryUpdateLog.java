/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.TopicKind;

/** A topic of updates in memory. Offsets have holes where a broker keeps markers of transactions. */
final class MemoryUpdateLog implements UpdateLog {
    private final List<List<Update>> partitions = new ArrayList<>();
    private final List<Update> all = new ArrayList<>();
    private final Random random;
    private long[] begin;
    private long[] end;
    private String topicId = "first";

    MemoryUpdateLog(int partitions, long seed) {
        for (int partition = 0; partition < partitions; partition++) {
            this.partitions.add(new ArrayList<>());
        }
        begin = new long[partitions];
        end = new long[partitions];
        random = new Random(seed);
    }

    /** Appends an update of the partition's only topic, outlet:P; a marker may follow. */
    synchronized void append(int partition, boolean marker) {
        append(partition, "outlet:" + partition, marker);
    }

    synchronized void append(int partition, String topic, boolean marker) {
        long offset = end[partition]++;
        Update update = new Update(
                partition,
                offset,
                topic,
                TopicKind.valueOf(topic.substring(0, topic.indexOf(':')).toUpperCase(Locale.ROOT)),
                "{\"topic\":\"" + topic + "\",\"n\":\"" + partition + "-" + offset + "\"}");
        partitions.get(partition).add(update);
        all.add(update);
        if (marker) {
            end[partition]++;
        }
        notifyAll();
    }

    /** Removes what is before the end of all partitions, as retention does. */
    synchronized void expire() {
        begin = end.clone();
        partitions.forEach(List::clear);
    }

    /** Removes the topic and makes it anew, with nothing in it. */
    synchronized void makeAnew(String id) {
        topicId = id;
        begin = new long[partitions.size()];
        end = new long[partitions.size()];
        partitions.forEach(List::clear);
        all.clear();
    }

    /** Names of the updates of a partition, in their order. */
    synchronized List<String> names(int partition) {
        return all.stream()
                .filter(update -> update.partition() == partition)
                .map(update -> update.partition() + "-" + update.offset())
                .toList();
    }

    @Override
    public synchronized Bounds bounds() {
        return new Bounds(new OffsetVector(topicId, begin), new OffsetVector(topicId, end));
    }

    @Override
    public Cursor read(OffsetVector from) {
        return new MemoryCursor(from);
    }

    /** The same, to be polled for no longer than it takes. */
    MemoryCursor open(OffsetVector from) {
        return new MemoryCursor(from);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }

    final class MemoryCursor implements Cursor {
        private final long[] next;
        private final String of;

        MemoryCursor(OffsetVector from) {
            of = from.topicId();
            next = new long[partitions.size()];
            for (int partition = 0; partition < next.length; partition++) {
                next[partition] = from.next(partition);
            }
        }

        @Override
        public List<Update> poll(Duration atMost) {
            synchronized (MemoryUpdateLog.this) {
                List<Update> found = take(random.nextInt(6) + 1);
                if (found.isEmpty() && !atMost.isZero()) {
                    try {
                        MemoryUpdateLog.this.wait(atMost.toMillis());
                    } catch (InterruptedException e) {
                        throw new InterruptException(e);
                    }
                    found = take(random.nextInt(6) + 1);
                }
                return found;
            }
        }

        private List<Update> take(int most) {
            List<Update> found = new ArrayList<>();
            int first = random.nextInt(next.length);
            for (int step = 0; step < next.length && found.size() < most; step++) {
                int partition = (first + step) % next.length;
                if (!of.equals(topicId) || next[partition] < begin[partition] || next[partition] > end[partition]) {
                    throw new OutOfRangeException("partition " + partition, null);
                }
                @Nullable Update update = at(partition, next[partition]);
                while (update != null && found.size() < most) {
                    found.add(update);
                    next[partition] = update.offset() + 1;
                    update = at(partition, next[partition]);
                }
                if (update == null) {
                    next[partition] = end[partition];
                }
            }
            return found;
        }

        private @Nullable Update at(int partition, long from) {
            return partitions.get(partition).stream()
                    .filter(update -> update.offset() >= from)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public OffsetVector position() {
            return new OffsetVector(of, next);
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
