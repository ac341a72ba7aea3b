/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a process, in Prometheus' text format: those of the virtual machine from the beginning, others as they are
 * added. {@code docs/metrics.md} names them all.
 */
public final class Metrics implements AutoCloseable {
    /** Address at which applications serve them. */
    public static final String PATH = "/metrics";
    /** Media type of the text. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String STORE = "state.id";

    /**
     * Kafka Streams calls the label with a store's name after the kind of store, {@code rocksdb.state.id} among others, and
     * Prometheus refuses a metric whose labels differ.
     */
    private static final MeterFilter STORES = new MeterFilter() {
        @Override
        public Meter.Id map(Meter.Id id) {
            return id.replaceTags(id.getTags().stream()
                    .map(tag -> tag.getKey().endsWith("." + STORE) ? Tag.of(STORE, tag.getValue()) : tag)
                    .toList());
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    /** Held, since the registry holds what its gauges ask by weak references only and tells NaN once that is collected. */
    private final List<MeterBinder> asked = new CopyOnWriteArrayList<>();

    /** Those of the virtual machine and the process. */
    public Metrics() {
        registry.config().meterFilter(STORES);
        add(new JvmMemoryMetrics());
        add(new JvmThreadMetrics());
        add(new ProcessorMetrics());
        add(new FileDescriptorMetrics());
        add(new UptimeMetrics());
        JvmGcMetrics collections = new JvmGcMetrics();
        add(collections);
        open.push(collections);
    }

    /** Adds some of the application. */
    public Metrics add(MeterBinder meters) {
        asked.add(meters);
        meters.bindTo(registry);
        return this;
    }

    /** Adds Kafka's own of a streams application and of its clients. */
    public synchronized Metrics add(KafkaStreams streams) {
        KafkaStreamsMetrics kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
        open.push(kafka);
        return this;
    }

    /** All of them as text. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("Some metrics could not be ended", e);
            }
        }
        registry.close();
    }
}
