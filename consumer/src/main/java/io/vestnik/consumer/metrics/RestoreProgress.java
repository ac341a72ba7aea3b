/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

import io.vestnik.consumer.http.Health;

/**
 * How much of the state has come back from its changelogs since the application was started, all its stores together. What
 * a standby has taken over before it became active is not counted, nor is what was on disk.
 */
public final class RestoreProgress implements StateRestoreListener, MeterBinder {
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    private record Part(long done, long total) {}

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        parts.put(key(partition, store), new Part(0, Math.max(0, to - from)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long restored) {
        parts.computeIfPresent(
                key(partition, store),
                (key, part) -> new Part(Math.min(part.total(), part.done() + restored), part.total()));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        // A changelog has offsets without a record too.
        parts.computeIfPresent(key(partition, store), (key, part) -> new Part(part.total(), part.total()));
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
        // It is another instance's to restore now.
        parts.remove(key(partition, store));
    }

    /** How far it is. */
    public Health.Restored progress() {
        long done = 0;
        long total = 0;
        for (Part part : parts.values()) {
            done += part.done();
            total += part.total();
        }
        return new Health.Restored(done, total);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("vestnik.restore.done", this, it -> it.progress().done())
                .description("Offsets of changelogs restored since the start")
                .register(registry);
        Gauge.builder("vestnik.restore.planned", this, it -> it.progress().total())
                .description("Offsets of changelogs to restore since the start, those done included")
                .register(registry);
    }

    private static String key(TopicPartition partition, String store) {
        return store + "|" + partition;
    }
}
