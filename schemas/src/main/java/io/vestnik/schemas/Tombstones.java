/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** How long compacted topics tell of a key that it is gone. */
public final class Tombstones {
    private Tombstones() {}

    /**
     * The shortest time for which a tombstone stays in one of the topics: their {@code delete.retention.ms}, as the brokers
     * go by it.
     *
     * @param topics compacted ones
     * @return null when there are no topics
     * @throws KafkaException when the cluster does not tell
     */
    public static @Nullable Duration stay(Admin admin, Collection<String> topics) {
        List<ConfigResource> compacted = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        if (compacted.isEmpty()) {
            return null;
        }
        try {
            return admin.describeConfigs(compacted).all().get().values().stream()
                    .map(config -> millis(config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG)))
                    .min(Duration::compareTo)
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The cluster could not tell the settings of " + compacted + ": " + e.getCause(), e);
        }
    }

    private static Duration millis(@Nullable ConfigEntry entry) {
        if (entry == null || entry.value() == null) {
            throw new KafkaException("The cluster does not tell " + TopicConfig.DELETE_RETENTION_MS_CONFIG);
        }
        return Duration.ofMillis(Long.parseLong(entry.value()));
    }
}
