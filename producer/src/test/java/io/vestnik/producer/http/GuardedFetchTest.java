/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.producer.Reason;
import io.vestnik.producer.http.FaultyServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** No document leads to an address that a stranger may not name. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuardedFetchTest extends FetcherTests {
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
}
