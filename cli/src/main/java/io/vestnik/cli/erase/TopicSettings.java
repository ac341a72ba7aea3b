/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.Calls;

/** Changes settings of topics for a time: so that brokers close, clean and delete segments now. */
final class TopicSettings {
    /** A segment is closed by the next record that is later than its first by more than this. */
    static final Map<String, String> CLOSE_SEGMENTS = Map.of(TopicConfig.SEGMENT_MS_CONFIG, "1");

    /** Whatever is not clean is cleaned, and what was replaced is deleted at once. */
    static final Map<String, String> CLEAN = Map.of(
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.0",
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            "0",
            TopicConfig.FILE_DELETE_DELAY_MS_CONFIG,
            "0");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SPREAD = Duration.ofMillis(500);
    private static final String SEPARATOR = " ";

    private final Admin admin;

    TopicSettings(Admin admin) {
        this.admin = admin;
    }

    /**
     * What the topics have set for themselves of the settings that are to be changed.
     *
     * @return topic and setting, joined by a blank, to the value; null for what is not set
     */
    Map<String, @Nullable String> own(Collection<String> topics, Collection<String> names) {
        Map<String, @Nullable String> own = new TreeMap<>();
        describe(topics)
                .forEach((resource, config) -> names.forEach(name -> {
                    ConfigEntry entry = Objects.requireNonNull(config.get(name), name);
                    boolean set = entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
                    own.put(place(resource.name(), name), set ? entry.value() : null);
                }));
        return own;
    }

    /** A setting of a topic, as it is named in maps. */
    static String place(String topic, String name) {
        return topic + SEPARATOR + name;
    }

    /** Sets the same for all topics, and waits until brokers tell so. */
    void set(Collection<String> topics, Map<String, String> settings) {
        Map<String, @Nullable String> wanted = new TreeMap<>();
        topics.forEach(topic -> settings.forEach((name, value) -> wanted.put(place(topic, name), value)));
        alter(wanted);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!own(topics, settings.keySet()).equals(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The cluster does not take the settings " + settings + " on.");
            }
            pause(Duration.ofMillis(50));
        }
        // The broker that was asked knows; the others are told at the same time.
        pause(SPREAD);
    }

    /** Gives settings back what {@link #own} has told. Topics that are gone are passed over. */
    void restore(Map<String, @Nullable String> settings) {
        Map<String, @Nullable String> left = new TreeMap<>(settings);
        Collection<String> topics = Calls.get(admin.listTopics().names());
        left.keySet().removeIf(place -> !topics.contains(place.substring(0, place.indexOf(SEPARATOR))));
        alter(left);
    }

    private void alter(Map<String, @Nullable String> settings) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        settings.forEach((place, value) -> {
            int at = place.indexOf(SEPARATOR);
            AlterConfigOp.OpType type = value == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET;
            changes.computeIfAbsent(
                            new ConfigResource(ConfigResource.Type.TOPIC, place.substring(0, at)),
                            topic -> new ArrayList<>())
                    .add(new AlterConfigOp(new ConfigEntry(place.substring(at + 1), value), type));
        });
        Calls.get(admin.incrementalAlterConfigs(changes).all());
    }

    private Map<ConfigResource, Config> describe(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return Calls.get(admin.describeConfigs(resources).all());
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
