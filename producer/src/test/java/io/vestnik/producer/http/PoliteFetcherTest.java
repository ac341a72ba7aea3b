/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.Reason;
import io.vestnik.producer.http.FaultyServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server answers, and what is made of it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoliteFetcherTest extends FetcherTests {
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
}
