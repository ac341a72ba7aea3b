/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * How old the state is that an instance keeps on disk. It is brought up to date by the changelogs, and these keep a tombstone
 * for a time and nothing after it: state that was away for longer would keep what others have deleted meanwhile. Half of the
 * time may pass; the rest is for restoring, and for clocks that differ.
 */
final class StateAge {
    private final Map<String, Object> settings;
    private final String applicationId;
    private final Path file;
    private final InstantSource clock;

    /**
     * Of one instance.
     *
     * @param settings of clients
     * @param directory {@code state.dir}
     */
    StateAge(Map<String, ?> settings, Path directory, String applicationId, InstantSource clock) {
        this.settings = new TreeMap<>(settings);
        this.settings.keySet().retainAll(AdminClientConfig.configNames());
        this.applicationId = applicationId;
        this.file = directory.resolve(applicationId + ".whole");
        this.clock = clock;
    }

    /** Writes down that all of the state is there and up to date now. */
    void whole() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, clock.instant().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Whether the changelogs may no longer tell all that was deleted since the state was whole. State of which nobody has
     * written down when that was may be of any age.
     *
     * @throws KafkaException when the cluster does not tell how long tombstones stay
     */
    boolean isTooOld() {
        Duration stay = stay();
        if (stay == null) {
            return false;
        }
        Instant wholeAt = wholeAt();
        return Duration.between(wholeAt, clock.instant()).abs().compareTo(stay.dividedBy(2)) > 0;
    }

    private Instant wholeAt() {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file)) : Instant.EPOCH;
        } catch (DateTimeParseException e) {
            // Cut off by a crash of the machine.
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private @Nullable Duration stay() {
        try (Admin admin = Admin.create(settings)) {
            List<String> changelogs = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(applicationId + "-") && topic.endsWith("-changelog"))
                    .toList();
            return Tombstones.stay(admin, changelogs);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The cluster could not tell its topics: " + e.getCause(), e);
        }
    }
}
