/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.producer.address.Links;

/**
 * Gets documents as a guest does: one request at a time to a host and a pause behind each, what robots.txt forbids left
 * alone, and a host that asks to wait left alone until then. Redirects are followed by hand; each is looked at as if it
 * had been the first address.
 */
public final class PoliteFetcher implements Fetcher {
    private static final Duration WITHOUT_A_TIME = Duration.ofMinutes(1);
    private static final String ROBOTS_ACCEPT = "text/plain, */*;q=0.1";

    private final HttpSettings settings;
    private final GuardedClient client;
    private final HostGate gate;
    private final Robots robots;
    private final Clock clock;

    /**
     * A fetcher.
     *
     * @param robots where robots.txt are kept
     */
    public PoliteFetcher(HttpSettings settings, RobotsFile.Store robots, Clock clock) {
        this(settings, robots, clock, InetAddress::getAllByName);
    }

    PoliteFetcher(HttpSettings settings, RobotsFile.Store robots, Clock clock, GuardedResolver.Lookup lookup) {
        this.settings = settings;
        this.client = new GuardedClient(settings, lookup);
        this.gate = new HostGate(clock);
        this.robots = new Robots(robots, settings.robotName(), clock);
        this.clock = clock;
    }

    @Override
    public Fetched fetch(Fetch fetch) throws FetchException, InterruptedException {
        return follow(fetch, settings.robots());
    }

    @Override
    public void close() {
        client.close();
    }

    private Fetched follow(Fetch fetch, boolean obey) throws FetchException, InterruptedException {
        URI address = WebAddress.check(fetch.address());
        boolean named = fetch.named();
        boolean moved = false;
        boolean forGood = true;
        Set<URI> seen = new HashSet<>(Set.of(address));
        for (int hop = 0; hop <= settings.redirects(); hop++) {
            Duration gap = settings.gap();
            if (obey) {
                gap = allowed(address, named, gap);
            }
            Object asked = ask(fetch, address, named, gap);
            if (asked instanceof Fetched.Busy busy) {
                return busy;
            }
            Answer answer = (Answer) asked;
            if (!answer.isRedirect()) {
                return result(fetch, address, moved && forGood ? address : null, answer);
            }
            URI next = WebAddress.check(location(address, answer));
            if (!seen.add(next)) {
                throw refused(address, Reason.REDIRECT, false, "redirects in a circle");
            }
            named &= WebAddress.origin(next).equals(WebAddress.origin(address));
            moved = true;
            forGood &= answer.isPermanent();
            address = next;
        }
        throw refused(address, Reason.REDIRECT, false, "is behind more than " + settings.redirects() + " redirects");
    }

    /** The pause behind a request that robots.txt allows. */
    private Duration allowed(URI address, boolean named, Duration gap) throws FetchException, InterruptedException {
        var rules = robots.rules(address, named, this::robotsText);
        if (!rules.isAllowed(address.toString())) {
            throw refused(
                    address,
                    Reason.ROBOTS,
                    false,
                    "is forbidden to robots by the robots.txt of its host; ask its owner, or set http.robots=false if"
                            + " you have leave");
        }
        Duration delay = Robots.delay(rules);
        return delay.compareTo(gap) > 0 ? delay : gap;
    }

    private String robotsText(URI address, boolean named) throws FetchException, InterruptedException {
        Fetched fetched;
        try {
            fetched = follow(new Fetch(address, named, ROBOTS_ACCEPT, null, null, Robots.MAX_BYTES), false);
        } catch (FetchException e) {
            if (e.isPassing()) {
                throw e;
            }
            if (e.reason() == Reason.TOO_LARGE) {
                // RFC 9309 lets a robot read the beginning alone.
                return new String(e.input().head(), StandardCharsets.UTF_8).replace("\0", "");
            }
            // A host that answers but has no such file to show (401, 403, a redirect to its front page) forbids
            // nothing.
            return "";
        }
        if (fetched instanceof Fetched.Document document) {
            return new String(document.bytes(), StandardCharsets.UTF_8).replace("\0", "");
        }
        if (fetched instanceof Fetched.Busy busy) {
            throw refused(address, Reason.UNREACHABLE, true, "asks to wait until " + busy.until());
        }
        return "";
    }

    /** An {@link Answer}, or {@link Fetched.Busy} without having asked. */
    private Object ask(Fetch fetch, URI address, boolean named, Duration gap)
            throws FetchException, InterruptedException {
        String host = address.getHost() + ":" + address.getPort();
        Instant paused = gate.enter(host);
        if (paused != null) {
            return new Fetched.Busy(paused);
        }
        try {
            Map<String, @Nullable String> headers = new TreeMap<>();
            headers.put("Accept", fetch.accept());
            headers.put("If-None-Match", fetch.etag());
            headers.put("If-Modified-Since", fetch.lastModified());
            Answer answer = client.get(address, named, headers, fetch.maxBytes());
            Instant now = clock.instant();
            Instant until = RetryAfter.read(answer.header("Retry-After"), now);
            if (answer.status() == 429 || (answer.status() == 503 && until != null)) {
                Instant end = until == null ? now.plus(WITHOUT_A_TIME) : until;
                gate.pause(host, end);
                return new Fetched.Busy(end);
            }
            return answer;
        } finally {
            gate.leave(host, gap);
        }
    }

    private static URI location(URI address, Answer answer) throws FetchException {
        String location = answer.header("Location");
        if (location == null || location.isBlank()) {
            throw refused(address, Reason.REDIRECT, false, "redirects without saying where to");
        }
        try {
            return address.resolve(Links.parse(location));
        } catch (IllegalArgumentException e) {
            throw refused(address, Reason.REDIRECT, false, "redirects to what is no address");
        }
    }

    private static Fetched result(Fetch fetch, URI address, @Nullable URI movedTo, Answer answer)
            throws FetchException {
        Duration fresh = Freshness.read(answer.header("Cache-Control"));
        boolean conditional = fetch.etag() != null || fetch.lastModified() != null;
        return switch (answer.status()) {
            case 200, 203 ->
                new Fetched.Document(
                        address,
                        movedTo,
                        answer.body(),
                        answer.header("Content-Type"),
                        answer.header("ETag"),
                        answer.header("Last-Modified"),
                        fresh,
                        Input.of(answer.body()));
            case 404 -> new Fetched.Missing();
            case 410 -> new Fetched.Gone();
            default -> {
                if (answer.status() == 304 && conditional) {
                    yield new Fetched.NotModified(fresh);
                }
                boolean passing = answer.status() >= 500 || answer.status() == 408 || answer.status() == 425;
                throw refused(address, Reason.HTTP_STATUS, passing, "answers with status " + answer.status());
            }
        };
    }

    private static FetchException refused(URI address, Reason reason, boolean passing, String what) {
        return new FetchException(reason, passing, address + " " + what + ".", Input.of(address.toString()));
    }
}
