/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A fetcher that asks a server with faults, and the ways to build and ask one. */
abstract class FetcherTests {
    static final int MAX = 100_000;
    static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.0/8"));

    final FaultyServer server = new FaultyServer();
    final Store store = new Store();

    @Nullable PoliteFetcher fetcher;

    @AfterEach
    void close() throws Exception {
        if (fetcher != null) {
            fetcher.close();
        }
        server.close();
    }

    Thread asker(PoliteFetcher polite) {
        Thread thread = new Thread(() -> {
            try {
                fetch(polite, "/feed");
            } catch (FetchException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        return thread;
    }

    PoliteFetcher open() {
        if (fetcher == null) {
            fetcher = new PoliteFetcher(settings(LOOPBACK, Duration.ZERO, false), store, Clock.systemUTC());
        }
        return fetcher;
    }

    PoliteFetcher polite(Duration gap) {
        return new PoliteFetcher(settings(LOOPBACK, gap, true), store, Clock.systemUTC());
    }

    PoliteFetcher closed(GuardedResolver.Lookup lookup) {
        return new PoliteFetcher(settings(List.of(), Duration.ZERO, false), store, Clock.systemUTC(), lookup);
    }

    static HttpSettings settings(List<Network> open, Duration gap, boolean robots) {
        return new HttpSettings(
                "Tester/1 (+https://example.org)",
                Duration.ofMillis(700),
                Duration.ofSeconds(1),
                Duration.ofMillis(1_500),
                gap,
                5,
                robots,
                open);
    }

    Fetched fetch(PoliteFetcher by, String path) throws FetchException, InterruptedException {
        return by.fetch(new Fetch(server.uri(path), false, "*/*", null, null, MAX));
    }

    Fetched.Document document(PoliteFetcher by, String path) throws FetchException, InterruptedException {
        return (Fetched.Document) fetch(by, path);
    }

    FetchException failure(PoliteFetcher by, String path) {
        return failure(by, server.uri(path), false);
    }

    static FetchException failure(PoliteFetcher by, URI address, boolean named) {
        FetchException e = catchThrowableOfType(
                FetchException.class, () -> by.fetch(new Fetch(address, named, "*/*", null, null, MAX)));
        assertThat(e).as(address.toString()).isNotNull();
        return e;
    }

    static InetAddress address(String figures) throws UnknownHostException {
        return InetAddress.getAllByName(figures)[0];
    }

    static final class Store implements RobotsFile.Store {
        final Map<String, RobotsFile> files = new ConcurrentHashMap<>();

        @Override
        public @Nullable RobotsFile get(String address) {
            return files.get(address);
        }

        @Override
        public void put(RobotsFile file) {
            files.put(file.address(), file);
        }
    }
}
