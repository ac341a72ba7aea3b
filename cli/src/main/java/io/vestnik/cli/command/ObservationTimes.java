/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.text.FieldTimes;

/** When the articles that a command publishes were seen, and the zone of times that name none. */
public final class ObservationTimes {
    private static final String NOW = "now";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--observed-at",
            paramLabel = "TIME",
            description = "When the articles were seen, as 2026-02-04T19:04:00Z; with --watch also '" + NOW + "', the"
                    + " clock. Default: the time known from before, else the latest that an article of the same batch"
                    + " claims.")
    private @Nullable String observedAt;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Moscow",
            description = "Where times without a zone are read. Default: ${DEFAULT-VALUE}.")
    private String zone;

    /** Whether the clock tells when an article was seen. */
    boolean areNow() {
        return NOW.equals(observedAt);
    }

    /** Whether a time was given, be it the clock's. */
    boolean areGiven() {
        return observedAt != null;
    }

    /** @throws ParameterException when there is no such zone */
    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw wrong("--zone is no time zone: '" + zone + "'. Write it as Europe/Moscow or +03:00");
        }
    }

    /** @throws ParameterException when the time that was given cannot be read */
    ObservedAt observedAt() {
        if (observedAt == null) {
            return ObservedAt.assumed();
        }
        return areNow() ? ObservedAt.now() : ObservedAt.given(instant("--observed-at", observedAt));
    }

    /**
     * The time that was given, for what cannot be seen by the clock; null when none was given.
     *
     * @throws ParameterException when it is no time
     */
    @Nullable Instant given() {
        return observedAt == null ? null : instant("--observed-at", observedAt);
    }

    /**
     * The time that an option was given.
     *
     * @throws ParameterException when it is no time
     */
    Instant instant(String option, String value) {
        Instant at = new FieldTimes(zone()).instant(value);
        if (at == null) {
            throw wrong(option + " is no time: '" + value + "'. Write it as 2026-02-04T19:04:00Z");
        }
        return at;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
