/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.http.FaultyServer;
import io.vestnik.producer.http.FaultyServer.Reply;
import io.vestnik.producer.poll.PollSource;
import io.vestnik.schemas.avro.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of feeds that are bad, busy, hostile or cut off, and of a run that is killed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollingFaultsTest extends PollingRig {
    @Test
    void shouldLayAsideEachBadDocumentOnceWithItsReason() throws Exception {
        server.on(
                "/html",
                Reply.ok(
                        "application/rss+xml",
                        "<!DOCTYPE html><html><head><link rel=alternate"
                                + " type=application/rss+xml href=/feed></head></html>"));
        server.on(
                "/xxe",
                Reply.ok(
                        "text/xml",
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"/>"));
        server.on("/empty", Reply.ok("text/xml", ""));
        server.on("/picture", Reply.ok("text/xml", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}));
        server.on(
                "/bomb",
                Reply.ok("text/xml", FaultyServer.gzip(new byte[20_000_000])).header("Content-Encoding", "gzip"));
        server.on("/away", Reply.redirect(302, "http://10.0.0.1/feed"));
        server.on("/circle", Reply.redirect(302, "/circle"));
        server.on("/cut", Reply.ok("text/xml", rss()).cutAt(10));
        String[] all = {"/html", "/xxe", "/empty", "/picture", "/bomb", "/away", "/circle", "/cut", "/nothing"};

        poll(all);
        poll(all);

        assertThat(cluster.letters)
                .extracting(DeadLetter::getOrigin, DeadLetter::getReason)
                .containsExactlyInAnyOrder(
                        tuple(server.uri("/html").toString(), "NOT_A_FEED"),
                        tuple(server.uri("/xxe").toString(), "BAD_XML"),
                        tuple(server.uri("/empty").toString(), "EMPTY"),
                        tuple(server.uri("/picture").toString(), "BINARY"),
                        tuple(server.uri("/bomb").toString(), "TOO_LARGE"),
                        tuple(server.uri("/away").toString(), "ADDRESS"),
                        tuple(server.uri("/circle").toString(), "REDIRECT"),
                        tuple(server.uri("/cut").toString(), "UNREACHABLE"),
                        tuple(server.uri("/nothing").toString(), "HTTP_STATUS"));
        assertThat(cluster.letters)
                .allSatisfy(letter -> assertThat(letter.getMessage()).doesNotContain("Exception"));
        assertThat(cluster.letters.get(0).getMessage()).isNotBlank();
        assertThat(cluster.letters)
                .filteredOn(letter -> letter.getReason().equals("NOT_A_FEED"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.getMessage()).contains(server.uri("/feed").toString());
                    assertThat(letter.getSha256()).hasSize(64);
                });
        assertThat(cluster.events).isEmpty();
    }

    @Test
    void shouldNotAskForPagesOfThisMachineThatAFeedNames() throws Exception {
        open = List.of();
        page("1", FIRST);
        feed(
                item("1", "Причал", "Кратко…"),
                item("2", "Метаданные", "Кратко…").replace(link("2"), "http://169.254.169.254/latest/meta-data"));

        poll();
        poll();

        assertThat(server.requests("/news/1")).isEmpty();
        assertThat(cluster.events).isEmpty();
        assertThat(cluster.letters).extracting(DeadLetter::getReason).containsExactly("ADDRESS", "ADDRESS");
    }

    @Test
    void shouldMendWhatCanBeMended() throws Exception {
        String broken = "<br/>PHP Notice\n"
                + rss(item("1", "Причал & паром&nbsp;\u0001", FIRST), item("2", "Второй", SECOND))
                        .replace("</channel></rss>", "")
                        .replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        server.on("/feed", Reply.ok("image/png", broken.getBytes(Charset.forName("windows-1251"))));

        poll();

        // The document breaks off, so its last item may be half of one.
        assertThat(cluster.events).singleElement().satisfies(event -> {
            assertThat(event.getContent().getTitle()).isEqualTo("Причал & паром");
            assertThat(event.getContent().getText()).isEqualTo(FIRST);
        });
        assertThat(cluster.letters).isEmpty();
    }

    @Test
    void shouldKeepAwayFromAServerThatAsksToWaitAndGoOnLater() throws Exception {
        server.on("/feed", Reply.of(429).header("Retry-After", "3600"));
        poll();
        assertThat(state().getOutcome()).isEqualTo("BUSY");
        assertThat(state().getNextPollAt()).isAfterOrEqualTo(now.plusSeconds(3600));
        feed(item("1", "Причал", FIRST));
        poll();
        assertThat(server.requests("/feed")).hasSize(1);
        assertThat(cluster.letters).isEmpty();
        now = now.plus(Duration.ofHours(2));
        poll();

        assertThat(cluster.events).hasSize(1);
    }

    @Test
    void shouldRememberWhereAFeedHasMovedAndForgetItWhenItIsNotThere() throws Exception {
        server.on("/feed", Reply.redirect(301, "/new"));
        server.on("/new", Reply.ok("text/xml", rss(item("1", "Причал", FIRST))));
        poll();
        server.forget();
        poll();
        assertThat(server.asked()).containsExactly("/new");
        assertThat(state().getMovedTo()).isEqualTo(server.uri("/new").toString());

        server.on("/new", Reply.of(404));
        feed(item("2", "Паром", SECOND));
        poll();
        poll();

        assertThat(cluster.events).hasSize(2);
    }

    @Test
    void shouldGoOnWhereAKillLeftIt() throws Exception {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            page("k" + i, FIRST + " Номер " + i + ".");
            items.add(item("k" + i, "Новость " + i, "Кратко…"));
        }
        feed(items.toArray(String[]::new));
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        try (ArticlePublisher publisher = cluster.open(producer);
                ArticleSource source = source("/feed")) {
            // Killed when so much was read; what was not committed by then is lost.
            publisher.publish(new Breaking(source, 60), PublishListener.NONE);
        } catch (IOException e) {
            assertThat(e).hasMessage("killed");
        }
        cluster.keep(producer);
        assertThat(cluster.events).hasSizeLessThan(100);

        poll();
        poll();

        assertThat(cluster.events).hasSize(100);
        assertThat(cluster.states).hasSize(100);
        // What was kept with the articles was not asked for again.
        assertThat(server.asked().stream()
                        .filter(path -> path.startsWith("/news/"))
                        .count())
                .isLessThan(200);
    }

    @Test
    void shouldPollOnUntilItIsClosed() throws Exception {
        feed(item("1", "Причал", FIRST));
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        PollSource source = source(false, Duration.ofMillis(50), Clock.systemUTC(), "/feed");
        try (ArticlePublisher publisher = cluster.open(producer)) {
            Thread editor = new Thread(() -> {
                await(producer, 1);
                feed(item("1", "Причал", SECOND));
                await(producer, 2);
                server.on("/feed", Reply.of(500));
                awaitAsked(server.requests("/feed").size() + 1);
                source.close();
            });
            editor.start();
            PublishReport report = publisher.publish(source, PublishListener.NONE);
            editor.join();

            assertThat(report.published()).isEqualTo(1);
            assertThat(report.newVersions()).isEqualTo(1);
        }
        cluster.keep(producer);
        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactly(FIRST, SECOND);
    }

    private void await(MockProducer<String, byte[]> producer, int events) {
        until(() -> producer.history().stream()
                        .filter(record -> record.topic().equals(cluster.topics.articles.name()))
                        .count()
                >= events);
    }

    private void awaitAsked(int times) {
        until(() -> server.requests("/feed").size() >= times);
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A source whose process is killed. */
    private static final class Breaking implements ArticleSource {
        private final ArticleSource source;
        private int left;

        private Breaking(ArticleSource source, int items) {
            this.source = source;
            this.left = items;
        }

        @Override
        public String origin() {
            return source.origin();
        }

        @Override
        public boolean isLive() {
            return source.isLive();
        }

        @Override
        public SourceItem next() throws IOException, InterruptedException {
            if (left-- == 0) {
                throw new IOException("killed");
            }
            return source.next();
        }
    }
}
