/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.kafka.common.utils.AppInfoParser;

import io.vestnik.cli.VersionText;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The settings of a run's topologies, and what of them can change results. */
final class ReplaySettings {
    /** Where things are and how they are called: that differs from run to run and changes nothing. */
    private static final Set<String> OF_THE_RUN = Set.of(
            VestnikStreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG,
            VestnikStreamsConfig.NAMESPACE_CONFIG,
            VestnikStreamsConfig.STATE_DIR_CONFIG,
            ApplicationSettings.APPLICATION_ID);

    private ReplaySettings() {}

    /**
     * The settings of a run: what its request sets, and a desk to which nothing comes late.
     *
     * @throws org.apache.kafka.common.config.ConfigException when a setting is unknown or of the run itself
     */
    static Map<String, String> of(ReplayRequest request, RunId id) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(DeskSettings.DISORDER_CONFIG, Long.toString(DeskSettings.UNLIMITED));
        settings.putAll(request.settings());
        settings.put(VestnikStreamsConfig.NAMESPACE_CONFIG, id.namespace());
        settings.put(ApplicationSettings.APPLICATION_ID, id.applicationId());
        return settings;
    }

    /** Every setting with its value, but for those of the run. */
    static SortedMap<String, String> effective(Map<String, String> settings) {
        SortedMap<String, String> effective = new TreeMap<>();
        VestnikStreamsConfig config = new VestnikStreamsConfig(settings);
        config.values().forEach((name, value) -> effective.put(name, String.valueOf(value)));
        config.originalsWithPrefix(VestnikStreamsConfig.KAFKA_PREFIX)
                .forEach((name, value) ->
                        effective.put(VestnikStreamsConfig.KAFKA_PREFIX + name, String.valueOf(value)));
        effective.keySet().removeAll(OF_THE_RUN);
        return effective;
    }

    /** Fingerprint of the schema of each topic, by base name. */
    static SortedMap<String, String> schemas() {
        SortedMap<String, String> schemas = new TreeMap<>();
        for (Topic<?> topic : Topics.live().all()) {
            schemas.put(topic.baseName(), Long.toHexString(CanonicalAvro.fingerprint(topic.valueType())));
        }
        return schemas;
    }

    /** Versions of what runs. */
    static SortedMap<String, String> versions() {
        String own = VersionText.class.getPackage().getImplementationVersion();
        return new TreeMap<>(Map.of(
                "vestnik", own == null ? "(not packaged)" : own,
                "kafka", AppInfoParser.getVersion(),
                "java", Runtime.version().toString()));
    }
}
