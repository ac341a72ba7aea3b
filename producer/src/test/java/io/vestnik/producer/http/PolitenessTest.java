/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.Reason;
import io.vestnik.producer.http.FaultyServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Hosts are asked as often as they allow, and for what they allow. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PolitenessTest extends FetcherTests {
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
}
