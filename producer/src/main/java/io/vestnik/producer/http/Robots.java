/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;

/**
 * What the hosts' robots.txt allow (RFC 9309): read once a day, kept across restarts; where there is none all is
 * allowed; where it cannot be had the last one holds, and without one nothing is allowed for a while.
 */
final class Robots {
    /** Of a longer file the beginning counts. */
    static final int MAX_BYTES = 512 * 1024;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration UNREACHABLE = Duration.ofMinutes(10);
    /** Who asks for more gets this much. */
    private static final Duration MOST_DELAY = Duration.ofSeconds(30);

    /** Gets a robots.txt. */
    interface Reader {
        /**
         * Gets it.
         *
         * @return its text; empty when there is none
         * @throws FetchException when it cannot be had for now
         */
        String read(URI address, boolean named) throws FetchException, InterruptedException;
    }

    private record Parsed(String text, BaseRobotRules rules) {}

    private final RobotsFile.Store store;
    private final String robotName;
    private final Clock clock;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Robots(RobotsFile.Store store, String robotName, Clock clock) {
        this.store = store;
        this.robotName = robotName;
        this.clock = clock;
    }

    /**
     * The rules of an address's host.
     *
     * @throws FetchException when they cannot be had
     */
    BaseRobotRules rules(URI address, boolean named, Reader reader) throws FetchException, InterruptedException {
        URI file = URI.create(WebAddress.origin(address) + "/robots.txt");
        synchronized (locks.computeIfAbsent(file.toString(), key -> new Object())) {
            RobotsFile kept = store.get(file.toString());
            Instant now = clock.instant();
            if (kept == null || !now.isBefore(kept.expiresAt())) {
                kept = read(file, named, reader, kept, now);
                store.put(kept);
            }
            if (kept.text() == null) {
                throw new FetchException(
                        Reason.UNREACHABLE,
                        true,
                        "Its robots.txt cannot be had (" + file + "), so nothing is asked there until "
                                + kept.expiresAt() + ".",
                        Input.UNKNOWN);
            }
            return parse(kept, kept.text());
        }
    }

    /** How long the rules want requests to be apart, at most half a minute. */
    static Duration delay(BaseRobotRules rules) {
        Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        return asked.compareTo(MOST_DELAY) > 0 ? MOST_DELAY : asked;
    }

    private static RobotsFile read(URI file, boolean named, Reader reader, @Nullable RobotsFile before, Instant now)
            throws InterruptedException {
        try {
            return new RobotsFile(file.toString(), reader.read(file, named), now, now.plus(DAY));
        } catch (FetchException e) {
            return new RobotsFile(file.toString(), before == null ? null : before.text(), now, now.plus(UNREACHABLE));
        }
    }

    private BaseRobotRules parse(RobotsFile file, String text) {
        Parsed known = parsed.get(file.address());
        if (known != null && text.equals(known.text())) {
            return known.rules();
        }
        BaseRobotRules rules = text.isBlank()
                ? new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL)
                : new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                        .parseContent(
                                file.address(),
                                text.getBytes(StandardCharsets.UTF_8),
                                "text/plain",
                                List.of(robotName));
        parsed.put(file.address(), new Parsed(text, rules));
        return rules;
    }
}
