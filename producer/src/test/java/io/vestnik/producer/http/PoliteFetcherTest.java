/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.producer.Reason;
import io.vestnik.producer.http.FaultyServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoliteFetcherTest {
    private static final int MAX = 100_000;
    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.0/8"));

    private final FaultyServer server = new FaultyServer();
    private final Store store = new Store();
    private @Nullable PoliteFetcher fetcher;

    @AfterEach
    void close() throws Exception {
        if (fetcher != null) {
            fetcher.close();
        }
        server.close();
    }

    @Test
    void shouldGetADocumentWithWhatTheNextRequestNeeds() throws Exception {
        server.on(
                "/feed",
                Reply.ok("text/xml", "<rss/>")
                        .header("ETag", "\"a\"")
                        .header("Last-Modified", "Wed, 04 Feb 2026 16:04:00 GMT")
                        .header("Cache-Control", "public, max-age=600"));

        Fetched.Document document = document(open(), "/feed");

        assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(document.etag()).isEqualTo("\"a\"");
        assertThat(document.lastModified()).isEqualTo("Wed, 04 Feb 2026 16:04:00 GMT");
        assertThat(document.fresh()).isEqualTo(Duration.ofMinutes(10));
        assertThat(document.movedTo()).isNull();
        assertThat(server.requests("/feed")).singleElement().satisfies(request -> {
            assertThat(request.header("User-Agent")).isEqualTo("Tester/1 (+https://example.org)");
            assertThat(request.header("Accept")).isEqualTo("*/*");
            assertThat(request.header("If-None-Match")).isNull();
        });
    }

    @Test
    void shouldAskWhetherItHasChanged() throws Exception {
        server.on(
                "/feed",
                request -> "\"a\"".equals(request.header("If-None-Match"))
                                && "then".equals(request.header("If-Modified-Since"))
                        ? Reply.of(304)
                        : Reply.ok("text/xml", "x"));

        Fetched fetched = open().fetch(new Fetch(server.uri("/feed"), false, "*/*", "\"a\"", "then", MAX));

        assertThat(fetched).isInstanceOf(Fetched.NotModified.class);
    }

    @Test
    void shouldTellGoneFromMissingAndFromOtherStatuses() throws Exception {
        server.on("/gone", Reply.of(410));
        server.on("/forbidden", Reply.of(403));
        server.on("/broken", Reply.of(500));
        server.on("/unasked", Reply.of(304));

        assertThat(fetch(open(), "/gone")).isInstanceOf(Fetched.Gone.class);
        assertThat(fetch(open(), "/missing")).isInstanceOf(Fetched.Missing.class);
        assertThat(failure(open(), "/forbidden")).satisfies(e -> {
            assertThat(e.reason()).isEqualTo(Reason.HTTP_STATUS);
            assertThat(e.isPassing()).isFalse();
            assertThat(e.getMessage()).contains("403");
        });
        assertThat(failure(open(), "/broken").isPassing()).isTrue();
        assertThat(failure(open(), "/unasked").reason()).isEqualTo(Reason.HTTP_STATUS);
    }

    @Test
    void shouldLeaveAHostAloneAsLongAsItAsks() throws Exception {
        Instant before = Instant.now();
        server.on("/feed", Reply.of(429).header("Retry-After", "120"));
        server.on("/other", Reply.ok("text/xml", "x"));
        PoliteFetcher open = open();

        assertThat(fetch(open, "/feed")).isInstanceOfSatisfying(Fetched.Busy.class, busy -> assertThat(busy.until())
                .isBetween(before.plusSeconds(119), Instant.now().plusSeconds(121)));
        assertThat(fetch(open, "/other")).isInstanceOf(Fetched.Busy.class);
        assertThat(server.requests("/other")).isEmpty();
    }

    @Test
    void shouldTakeABusyServerWithATimeForOneThatAsksToWait() throws Exception {
        server.on("/feed", Reply.of(503).header("Retry-After", "Wed, 21 Oct 2115 07:28:00 GMT"));

        assertThat(fetch(open(), "/feed")).isInstanceOfSatisfying(Fetched.Busy.class, busy -> assertThat(busy.until())
                .isBefore(Instant.now().plus(RetryAfter.MOST).plusSeconds(5)));
    }

    @Test
    void shouldUnpackWhatItAskedFor() throws Exception {
        byte[] body = "<rss>новости</rss>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(body);
        }
        server.on("/gzip", Reply.ok("text/xml", FaultyServer.gzip(body)).header("Content-Encoding", "gzip"));
        server.on("/deflate", Reply.ok("text/xml", deflated.toByteArray()).header("Content-Encoding", "deflate"));
        server.on("/br", Reply.ok("text/xml", body).header("Content-Encoding", "br"));
        server.on("/false", Reply.ok("text/xml", body).header("Content-Encoding", "gzip"));

        assertThat(document(open(), "/gzip").bytes()).isEqualTo(body);
        assertThat(document(open(), "/deflate").bytes()).isEqualTo(body);
        assertThat(failure(open(), "/br").reason()).isEqualTo(Reason.BAD_ENCODING);
        assertThat(failure(open(), "/false").reason()).isEqualTo(Reason.BAD_ENCODING);
    }

    @Test
    void shouldStopUnpackingABombAtTheCap() throws Exception {
        byte[] bomb = FaultyServer.gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(MAX);
        server.on("/bomb", Reply.ok("text/xml", bomb).header("Content-Encoding", "gzip"));
        server.on("/endless", Reply.ok("text/xml", new byte[MAX + 1]).withoutLength());

        assertThat(failure(open(), "/bomb").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure(open(), "/endless").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void shouldTakeNoHalfOfADocument() throws Exception {
        server.on("/cut", Reply.ok("text/xml", "0123456789").cutAt(5));
        server.on(
                "/packed",
                Reply.ok("text/xml", FaultyServer.gzip(new byte[10_000]))
                        .header("Content-Encoding", "gzip")
                        .cutAt(20));
        server.on("/chunks", Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"));
        server.on("/nothing", Reply.raw(""));
        server.on("/garbage", Reply.raw("what\r\n\r\n"));
        server.on("/headers", Reply.raw("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n"));

        for (String path : List.of("/cut", "/packed", "/chunks", "/nothing", "/garbage", "/headers")) {
            assertThat(failure(open(), path)).as(path).satisfies(e -> {
                assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
                assertThat(e.isPassing()).isTrue();
            });
        }
    }

    @Test
    void shouldWaitNoLongerThanItMay() throws Exception {
        server.on("/silent", Reply.ok("text/xml", "0123456789").slowly(1, 5_000));
        server.on("/drip", Reply.ok("text/xml", new byte[1_000]).slowly(1, 100));

        long start = System.nanoTime();
        assertThat(failure(open(), "/silent").reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure(open(), "/drip").getMessage()).contains("whole answer within 1500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void shouldTellThatNobodyListens() throws Exception {
        int port;
        try (FaultyServer gone = new FaultyServer()) {
            port = gone.port();
        }

        FetchException e = failure(open(), URI.create("http://127.0.0.1:" + port + "/feed"), false);

        assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void shouldFollowRedirectsAndTellWhatMovedForGood() throws Exception {
        server.on("/old", Reply.redirect(301, "/older"));
        server.on("/older", Reply.redirect(308, "new?a=b c"));
        server.on("/new?a=b%20c", Reply.ok("text/xml", "here"));
        server.on("/for-now", Reply.redirect(302, "/new?a=b%20c"));

        assertThat(document(open(), "/old").movedTo()).isEqualTo(server.uri("/new?a=b%20c"));
        assertThat(document(open(), "/for-now")).satisfies(document -> {
            assertThat(document.movedTo()).isNull();
            assertThat(document.address()).isEqualTo(server.uri("/new?a=b%20c"));
        });
    }

    @Test
    void shouldNotGoRoundInCirclesNorTooFar() throws Exception {
        server.on("/a", Reply.redirect(302, "/b"));
        server.on("/b", Reply.redirect(302, "/a"));
        server.on("/nowhere", Reply.of(302));
        for (int i = 0; i < 10; i++) {
            server.on("/far" + i, Reply.redirect(302, "/far" + (i + 1)));
        }

        assertThat(failure(open(), "/a").reason()).isEqualTo(Reason.REDIRECT);
        assertThat(failure(open(), "/nowhere").reason()).isEqualTo(Reason.REDIRECT);
        assertThat(failure(open(), "/far0").reason()).isEqualTo(Reason.REDIRECT);
        assertThat(server.requests("/far6")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/feed",
                "gopher://example.org/",
                "jar:http://example.org/a.jar!/b",
                "http:///feed",
                "http://user:secret@example.org/",
                "http://example.org:22/",
                "//",
                "https://"
            })
    void shouldAskOverHttpAlone(String address) throws Exception {
        server.on("/feed", Reply.redirect(302, address));

        assertThat(failure(open(), "/feed").reason()).isIn(Reason.ADDRESS, Reason.REDIRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://localhost:%d/secret",
                "http://[::1]:%d/secret",
                "http://[::ffff:127.0.0.1]:%d/secret",
                "http://2130706433:%d/secret",
                "http://0x7f.1:%d/secret",
                "http://0177.0.0.1:%d/secret",
                "http://0:%d/secret",
                "http://127.1:%d/secret",
                "http://127.0.0.1.:%d/secret",
            })
    void shouldNotBeLedToThisMachineByAStranger(String address) throws Exception {
        server.on("/secret", Reply.ok("text/plain", "secret"));
        String there = address.formatted(server.port());

        FetchException direct = failure(closed(InetAddress::getAllByName), URI.create(there), false);

        assertThat(direct.reason()).isIn(Reason.ADDRESS, Reason.UNREACHABLE);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void shouldNotBeLedToThisMachineByARedirect() throws Exception {
        try (FaultyServer inner = new FaultyServer().on("/secret", Reply.ok("text/plain", "secret"))) {
            server.on("/feed", Reply.redirect(302, inner.uri("/secret").toString()));

            // The operator named the first address, in figures; the second was named by nobody.
            FetchException e = failure(closed(InetAddress::getAllByName), server.uri("/feed"), true);

            assertThat(e.reason()).isEqualTo(Reason.ADDRESS);
            assertThat(e.getMessage()).contains("loopback").contains("http.open.networks");
            assertThat(inner.asked()).isEmpty();
        }
    }

    @Test
    void shouldConnectToTheAddressThatWasChecked() throws Exception {
        server.on("/feed", Reply.ok("text/xml", "secret"));
        AtomicInteger asked = new AtomicInteger();
        // A name whose owner answers with an open address first and with this machine's from then on.
        GuardedResolver.Lookup rebinding =
                host -> new InetAddress[] {address(asked.getAndIncrement() == 0 ? "203.0.114.1" : "127.0.0.1")};
        URI name = URI.create("http://rebinding.example:" + server.port() + "/feed");
        PoliteFetcher guarded = closed(rebinding);

        FetchException first = failure(guarded, name, true);
        FetchException second = failure(guarded, name, true);

        assertThat(first.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(second.reason()).isEqualTo(Reason.ADDRESS);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void shouldUseTheOpenOneOfSeveralAddresses() throws Exception {
        server.on("/feed", Reply.ok("text/xml", "here"));
        GuardedResolver.Lookup both = host -> new InetAddress[] {address("10.0.0.1"), address("127.0.0.1")};
        fetcher = new PoliteFetcher(settings(LOOPBACK, Duration.ZERO, false), store, Clock.systemUTC(), both);

        Fetched fetched = fetcher.fetch(
                new Fetch(URI.create("http://both.example:" + server.port() + "/feed"), false, "*/*", null, null, MAX));

        assertThat(fetched).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void shouldNotUseAConnectionThatOnlyTheOperatorMayHave() throws Exception {
        server.on("/feed", Reply.ok("text/xml", "here"));
        PoliteFetcher guarded = closed(InetAddress::getAllByName);

        assertThat(guarded.fetch(new Fetch(server.uri("/feed"), true, "*/*", null, null, MAX)))
                .isInstanceOf(Fetched.Document.class);
        assertThat(failure(guarded, server.uri("/feed"), false).reason()).isEqualTo(Reason.ADDRESS);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldTellThatANameIsNotKnown() throws Exception {
        PoliteFetcher guarded = closed(host -> {
            throw new UnknownHostException(host);
        });

        FetchException e = failure(guarded, URI.create("http://nowhere.example/feed"), true);

        assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(e.getMessage()).contains("nowhere.example is not known");
    }

    @Test
    void shouldKeepToRobotsTxtAndReadItOnce() throws Exception {
        server.on(
                "/robots.txt",
                Reply.ok("text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: tester\nDisallow: /private/\n"));
        server.on("/open", Reply.ok("text/xml", "x"));
        server.on("/private/feed", Reply.ok("text/xml", "x"));
        server.on("/way", Reply.redirect(302, "/private/feed"));
        PoliteFetcher polite = polite(Duration.ZERO);

        assertThat(fetch(polite, "/open")).isInstanceOf(Fetched.Document.class);
        assertThat(failure(polite, "/private/feed").reason()).isEqualTo(Reason.ROBOTS);
        assertThat(failure(polite, "/way").reason()).isEqualTo(Reason.ROBOTS);
        assertThat(server.requests("/private/feed")).isEmpty();
        assertThat(server.requests("/robots.txt")).hasSize(1);
        assertThat(store.files).hasSize(1);
        assertThat(fetch(open(), "/private/feed")).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void shouldTakeAHostWithoutRobotsTxtForOpenAndOneThatFailsForClosed() throws Exception {
        server.on("/feed", Reply.ok("text/xml", "x"));
        assertThat(fetch(polite(Duration.ZERO), "/feed")).isInstanceOf(Fetched.Document.class);

        store.files.clear();
        server.on("/robots.txt", Reply.of(403));
        assertThat(fetch(polite(Duration.ZERO), "/feed")).isInstanceOf(Fetched.Document.class);

        store.files.clear();
        server.forget();
        server.on("/robots.txt", Reply.of(503));
        FetchException e = failure(polite(Duration.ZERO), "/feed");
        assertThat(e.isPassing()).isTrue();
        assertThat(e.getMessage()).contains("robots.txt cannot be had");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void shouldAskOneThingAtATimeWithAPauseBetween() throws Exception {
        server.on("/feed", Reply.ok("text/xml", "x"));
        PoliteFetcher polite = polite(Duration.ofMillis(300));
        long start = System.nanoTime();

        List<Thread> threads = List.of(asker(polite), asker(polite), asker(polite));
        for (Thread thread : threads) {
            thread.join();
        }

        // The robots.txt and three times the feed: three pauses.
        assertThat(server.asked()).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void shouldTakeTheLongerPauseThatRobotsTxtAsksFor() throws Exception {
        server.on("/robots.txt", Reply.ok("text/plain", "User-agent: *\nCrawl-delay: 0.6\n"));
        server.on("/feed", Reply.ok("text/xml", "x"));
        PoliteFetcher polite = polite(Duration.ZERO);

        fetch(polite, "/feed");
        long start = System.nanoTime();
        fetch(polite, "/feed");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    private Thread asker(PoliteFetcher polite) {
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

    private PoliteFetcher open() {
        if (fetcher == null) {
            fetcher = new PoliteFetcher(settings(LOOPBACK, Duration.ZERO, false), store, Clock.systemUTC());
        }
        return fetcher;
    }

    private PoliteFetcher polite(Duration gap) {
        return new PoliteFetcher(settings(LOOPBACK, gap, true), store, Clock.systemUTC());
    }

    private PoliteFetcher closed(GuardedResolver.Lookup lookup) {
        return new PoliteFetcher(settings(List.of(), Duration.ZERO, false), store, Clock.systemUTC(), lookup);
    }

    private static HttpSettings settings(List<Network> open, Duration gap, boolean robots) {
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

    private Fetched fetch(PoliteFetcher by, String path) throws FetchException, InterruptedException {
        return by.fetch(new Fetch(server.uri(path), false, "*/*", null, null, MAX));
    }

    private Fetched.Document document(PoliteFetcher by, String path) throws FetchException, InterruptedException {
        return (Fetched.Document) fetch(by, path);
    }

    private FetchException failure(PoliteFetcher by, String path) {
        return failure(by, server.uri(path), false);
    }

    private static FetchException failure(PoliteFetcher by, URI address, boolean named) {
        FetchException e = catchThrowableOfType(
                FetchException.class, () -> by.fetch(new Fetch(address, named, "*/*", null, null, MAX)));
        assertThat(e).as(address.toString()).isNotNull();
        return e;
    }

    private static InetAddress address(String figures) throws UnknownHostException {
        return InetAddress.getAllByName(figures)[0];
    }

    private static final class Store implements RobotsFile.Store {
        private final Map<String, RobotsFile> files = new ConcurrentHashMap<>();

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
