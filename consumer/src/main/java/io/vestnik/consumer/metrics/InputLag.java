/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Records of the input topics that the instance has still to read, in the partitions that it reads; the sum over all
 * instances is that of the application. Kafka's consumers count it as they fetch.
 */
public final class InputLag implements MeterBinder {
    private static final String METRIC = "records-lag";

    private final List<String> topics;
    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    /**
     * Over an application's metrics.
     *
     * @param topics names of its input topics
     * @param metrics those of all its clients
     */
    public InputLag(List<String> topics, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.topics = List.copyOf(topics);
        this.metrics = metrics;
    }

    /** By topic. */
    public SortedMap<String, Long> byTopic() {
        SortedMap<String, SortedMap<String, Long>> byPartition = new TreeMap<>();
        metrics.get().forEach((name, metric) -> {
            if (METRIC.equals(name.name())
                    && name.tags().containsKey("partition")
                    && metric.metricValue() instanceof Double lag
                    && lag >= 0) {
                byPartition
                        .computeIfAbsent(plain(name.tags().getOrDefault("topic", "")), topic -> new TreeMap<>())
                        .merge(name.tags().getOrDefault("partition", ""), lag.longValue(), Math::max);
            }
        });
        SortedMap<String, Long> lags = new TreeMap<>();
        for (String topic : topics) {
            lags.put(
                    topic,
                    byPartition.getOrDefault(plain(topic), new TreeMap<>()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        return lags;
    }

    /** In names of metrics some versions of Kafka write dots of a topic otherwise. */
    private static String plain(String topic) {
        return topic.replace('.', '_');
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String topic : topics) {
            Gauge.builder("vestnik.input.lag", this, it -> it.byTopic().getOrDefault(topic, 0L))
                    .tag("topic", topic)
                    .description("Records of the topic that the instance has still to read")
                    .register(registry);
        }
    }
}
