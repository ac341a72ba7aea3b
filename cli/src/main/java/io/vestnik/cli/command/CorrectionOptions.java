/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.avro.Correction;

/** Who corrects, why and when, and where it is written. */
public final class CorrectionOptions {
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who says so. Default: the name of the user at this machine.")
    private @Nullable String by;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for who reads it later.")
    private String why;

    @Option(
            names = "--observed-at",
            paramLabel = "TIME",
            description = "Since when it is known, as 2026-02-04T19:04:00Z. Default: now.")
    private @Nullable Instant observedAt;

    /** Begins a correction of an article. @throws ParameterException when the id or the time cannot be */
    Correction.Builder begin(String articleId) {
        checkId(articleId);
        return Correction.newBuilder()
                .setArticleId(articleId)
                .setBy(by == null ? System.getProperty("user.name", "") : by)
                .setWhy(why)
                .setObservedAt(time());
    }

    /** @throws ParameterException when it is no id of an article */
    void checkId(String articleId) {
        if (articleId.isBlank()) {
            throw wrong("The id of an ARTICLE must not be blank");
        }
    }

    /** Whether the time was given rather than that of the clock. */
    boolean isTimeGiven() {
        return observedAt != null;
    }

    private Instant time() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        if (observedAt == null) {
            return now;
        }
        if (observedAt.toEpochMilli() < 0 || observedAt.isAfter(now.plus(TOLERANCE))) {
            throw wrong("--observed-at " + observedAt + " lies "
                    + (observedAt.toEpochMilli() < 0
                            ? "before 1970"
                            : "more than " + TOLERANCE.toMinutes() + " minutes ahead of the clock"));
        }
        return observedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The corrections of the cluster, whose topics are made where they are missing. */
    static CorrectionLog log(Addresses addresses) {
        try (Admin admin = addresses.admin()) {
            TopicAdmin.ensure(admin, addresses.topics().all(), 0, (short) -1);
        }
        return reading(addresses);
    }

    /** The corrections of a cluster. */
    static CorrectionLog reading(Addresses addresses) {
        Map<String, Object> settings = Addresses.impatient(addresses.settings());
        return new CorrectionLog(settings, addresses.topics());
    }

    /** Writes a correction, says which it is, and warns of articles that the tables do not know. */
    void give(Correction correction, CorrectionLog log, Collection<String> known) {
        log.write(Corrections.records(correction));
        spec.commandLine().getOut().println(correction.getId());
        spec.commandLine().getOut().flush();
        List<String> articles = correction.getOtherArticleId() == null
                ? List.of(correction.getArticleId())
                : List.of(correction.getArticleId(), correction.getOtherArticleId());
        articles.stream().filter(articleId -> !known.contains(articleId)).forEach(articleId -> spec.commandLine()
                .getErr()
                .println("warning: the tables know no article '" + articleId
                        + "'; the correction waits for it. The id of a file is its name with extension, or its path"
                        + " below the directory that was named."));
    }

    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
