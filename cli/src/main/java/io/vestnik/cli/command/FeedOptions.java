/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.producer.address.Links;
import io.vestnik.producer.http.FetchException;
import io.vestnik.producer.http.WebAddress;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.opml.OpmlReader;
import io.vestnik.producer.poll.PollConfig;
import io.vestnik.producer.poll.PollSource;
import io.vestnik.producer.poll.PollTarget;
import io.vestnik.schemas.avro.PollState;

/** Which feeds are polled, and how. */
public final class FeedOptions {
    private static final int LONGEST_OPML = 10 * 1024 * 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time between two polls of a feed, as 15m, 90s or 1h. Default: " + PollConfig.INTERVAL
                    + " of the settings, else 15m.")
    private @Nullable Duration interval;

    @Option(names = "--once", description = "Poll each feed once, then end. Without it feeds are polled until Ctrl-C.")
    private boolean once;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of polling; goes before the file of --config. Can be given several times.")
    private Map<String, String> given = new LinkedHashMap<>();

    /** Whether the feeds are polled until a signal comes. */
    boolean areLive() {
        return !once;
    }

    /** Whether the name of a source is that of a feed, or of a list of feeds. */
    static boolean isFeed(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || isList(source);
    }

    /**
     * The feeds that the sources name, in their order, each once.
     *
     * @throws ParameterException when an address is none, or a list cannot be read
     */
    List<PollTarget> targets(List<String> sources) {
        Map<String, PollTarget> targets = new LinkedHashMap<>();
        for (String source : sources) {
            for (URI address : isList(source) ? list(Path.of(source)) : List.of(address(source))) {
                PollTarget target = new PollTarget(checked(address), true);
                targets.putIfAbsent(target.address().toString(), target);
            }
        }
        return new ArrayList<>(targets.values());
    }

    /**
     * The settings.
     *
     * @param settings those of the file
     * @throws ParameterException when one is wrong
     */
    PollConfig config(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        for (String name : given.keySet()) {
            if (!PollConfig.definition().names().contains(name)) {
                throw wrong("--set names no setting of polling: " + name + ". See: vestnik config docs", null);
            }
        }
        all.putAll(given);
        if (interval != null) {
            all.put(PollConfig.INTERVAL, interval.toMillis());
        }
        try {
            return new PollConfig(all);
        } catch (ConfigException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    /** The source that polls. */
    PollSource source(
            List<PollTarget> targets,
            PollConfig config,
            Map<String, PollState> restored,
            int maxTextBytes,
            ZoneId zone) {
        return new PollSource(
                targets, config.poll(once, maxTextBytes, zone), config.http(), restored, Clock.systemUTC());
    }

    private static boolean isList(String source) {
        return source.toLowerCase(Locale.ROOT).endsWith(".opml");
    }

    private List<URI> list(Path file) {
        try {
            if (Files.size(file) > LONGEST_OPML) {
                throw wrong(
                        "The list " + file + " has more than the " + LONGEST_OPML + " bytes that one may have", null);
            }
            return OpmlReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw wrong(
                    "The list " + file + " cannot be read: "
                            + (Files.exists(file) ? String.valueOf(e.getMessage()) : "it does not exist"),
                    e);
        } catch (MarkupException e) {
            throw wrong("The list " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private URI address(String source) {
        try {
            return Links.parse(source);
        } catch (IllegalArgumentException e) {
            throw wrong("It is no address: '" + source + "'", e);
        }
    }

    private URI checked(URI address) {
        try {
            return WebAddress.check(address);
        } catch (FetchException e) {
            throw wrong(e.getMessage(), e);
        }
    }

    private ParameterException wrong(String message, @Nullable Exception cause) {
        return cause == null
                ? new ParameterException(spec.commandLine(), message)
                : new ParameterException(spec.commandLine(), message, cause);
    }
}
