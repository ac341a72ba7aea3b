/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The settings of a streams application: where it works, and how. */
public final class StreamsOptions {
    @Mixin
    private Addresses addresses;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            description = "Names the group of processes that share the work. Default: "
                    + VestnikStreamsConfig.APPLICATION_ID_DEFAULT + ".")
    private @Nullable String applicationId;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where state is kept on disk; each process on a machine needs its own. Default: "
                    + VestnikStreamsConfig.STATE_DIR_DEFAULT + ".")
    private @Nullable String stateDir;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that process. Default: " + VestnikStreamsConfig.THREADS_DEFAULT + ".")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting; goes before the file of --config. Can be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /**
     * The configuration that was given.
     *
     * @throws org.apache.kafka.common.config.ConfigException when a setting is unknown or has no such value
     */
    VestnikStreamsConfig config() {
        Map<String, Object> given = new LinkedHashMap<>(addresses.settings());
        Object namespace = given.remove(Addresses.NAMESPACE);
        if (namespace != null && !namespace.toString().isEmpty()) {
            given.put(VestnikStreamsConfig.NAMESPACE_CONFIG, namespace);
        }
        put(given, ApplicationSettings.APPLICATION_ID, applicationId);
        put(given, VestnikStreamsConfig.STATE_DIR_CONFIG, stateDir);
        put(given, ApplicationSettings.THREADS, threads);
        given.putAll(settings);
        return new VestnikStreamsConfig(given);
    }

    /** Settings of clients that give up soon: who types a command waits for the answer. */
    Map<String, Object> impatient() {
        return Addresses.impatient(addresses.settings());
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
