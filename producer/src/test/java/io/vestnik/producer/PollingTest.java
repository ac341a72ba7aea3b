/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.http.FaultyServer;
import io.vestnik.producer.http.FaultyServer.Reply;
import io.vestnik.producer.http.HttpSettings;
import io.vestnik.producer.http.Network;
import io.vestnik.producer.poll.PollSettings;
import io.vestnik.producer.poll.PollSource;
import io.vestnik.producer.poll.PollTarget;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.PollState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of feeds from one poll to the next; each poll by a process of its own, as far as one can tell. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollingTest {
    private static final String FIRST = "Мэрия Заречного открыла новый причал, сообщила пресс-служба. "
            .repeat(10)
            .strip();
    private static final String SECOND = "Паром через реку отменён до весны, уточнили в порту города. "
            .repeat(10)
            .strip();

    private final FaultyServer server = new FaultyServer();
    private final Publishing cluster = new Publishing();
    private Instant now = Publishing.NOW;
    private boolean pages = true;
    private List<Network> open = List.of(Network.parse("127.0.0.0/8"));

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void shouldPublishWhatAFeedShowsAndNothingTwice() throws Exception {
        feed(item("1", "Причал", FIRST), item("2", "Паром", SECOND));

        assertThat(poll().published()).isEqualTo(2);
        assertThat(poll()).satisfies(report -> {
            assertThat(report.published()).isZero();
            assertThat(report.newVersions()).isZero();
        });

        assertThat(cluster.events)
                .extracting(
                        ArticleEvent::getArticleId, event -> event.getContent().getText(), ArticleEvent::getOrigin)
                .containsExactly(tuple(id("2"), SECOND, "feed"), tuple(id("1"), FIRST, "feed"));
        assertThat(cluster.events.get(1)).satisfies(event -> {
            assertThat(event.getObservedAt()).isEqualTo(Publishing.NOW);
            assertThat(event.getContent().getTitle()).isEqualTo("Причал");
            assertThat(event.getContent().getUrl()).isEqualTo(link("1"));
            assertThat(event.getContent().getOutlet().getHost()).isEqualTo("127.0.0.1");
            assertThat(event.getContent().getClaimedAt().getAt()).isEqualTo(Instant.parse("2025-05-01T07:00:00Z"));
        });
    }

    @Test
    void shouldTakeAChangedTextForAVersionAndAChangedDateForNone() throws Exception {
        feed(item("1", "Причал", FIRST));
        poll();
        feed(item("1", "Причал", FIRST).replace("01 May 2025", "02 May 2025"));
        assertThat(poll().unchanged()).isEqualTo(1);
        feed(item("1", "Причал", FIRST + " Дополнено."));
        assertThat(poll().newVersions()).isEqualTo(1);
        feed(item("1", "Причал закрыт", FIRST + " Дополнено."));
        assertThat(poll().newVersions()).isEqualTo(1);
        feed(item("1", "Причал", FIRST));
        assertThat(poll().newVersions()).isEqualTo(1);

        assertThat(cluster.events).hasSize(4);
        assertThat(cluster.states).hasSize(1);
    }

    @Test
    void shouldKnowAnArticleAgainWhateverChangesAboutIt() throws Exception {
        feed(item("1", "Причал", FIRST));
        poll();
        feed(item("1", "Причал", FIRST).replace("guid-1", "another-guid"));
        poll();
        feed(item("1", "Причал", FIRST).replace(link("1"), link("1") + "/?utm_source=rss&amp;yclid=5#top"));
        poll();
        // Another slug, with the id and the date of the item: the same article.
        feed(item("1", "Причал", FIRST + " Ещё.")
                .replace(link("1"), server.uri("/news/renamed").toString()));
        poll();

        assertThat(cluster.states.keySet()).containsExactly(id("1"));
        assertThat(cluster.events).hasSize(2);
    }

    @Test
    void shouldNotTakeOneArticleForAnotherWhereIdsWander() throws Exception {
        feed(item("1", "Причал", FIRST).replace("guid-1", "top-1"));
        poll();
        feed(
                item("2", "Паром", SECOND).replace("guid-2", "top-1"),
                item("1", "Причал", FIRST).replace("guid-1", "top-2"));
        poll();

        assertThat(cluster.states.keySet()).containsExactlyInAnyOrder(id("1"), id("2"));
        assertThat(cluster.events).hasSize(2);
    }

    @Test
    void shouldAskWhetherAFeedHasChangedWithWhatItKeptFromTheLastRun() throws Exception {
        server.on(
                "/feed",
                request -> "\"v1\"".equals(request.header("If-None-Match"))
                        ? Reply.of(304)
                        : Reply.ok("text/xml", rss(item("1", "Причал", FIRST))).header("ETag", "\"v1\""));

        poll();
        poll();

        assertThat(server.requests("/feed"))
                .extracting(r -> r.header("If-None-Match"))
                .containsExactly(null, "\"v1\"");
        assertThat(state().getOutcome()).isEqualTo("NOT_MODIFIED");
        assertThat(state().getMarks()).hasSize(1);
    }

    @Test
    void shouldReadThePageBehindATeaserOnceUntilTheItemChanges() throws Exception {
        page("1", FIRST);
        feed(item("1", "Причал", "Кратко…"));
        poll();
        poll();
        feed(item("1", "Причал", "Кратко…").replace("01 May 2025", "02 May 2025"));
        poll();
        page("1", SECOND);
        feed(item("1", "Причал", "Кратко…").replace("01 May 2025", "03 May 2025"));
        poll();

        assertThat(server.requests("/news/1")).hasSize(3);
        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactly(FIRST, SECOND);
        assertThat(cluster.events)
                .extracting(event -> event.getContent().getTitle())
                .containsOnly("Причал");
    }

    @Test
    void shouldMakeDoWithTheTeaserWhereThePageGivesNothing() throws Exception {
        server.on("/news/1", Reply.ok("text/html", "<html><body>Войдите.</body></html>"));
        server.on("/news/2", Reply.of(403));
        server.on("/news/3", Reply.ok("application/pdf", new byte[] {'%', 'P', 'D', 'F', 0, 1}));
        feed(item("1", "Один", "Кратко раз."), item("2", "Два", "Кратко два."), item("3", "Три", "Кратко три."));

        poll();

        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactlyInAnyOrder("Кратко раз.", "Кратко два.", "Кратко три.");
        assertThat(cluster.letters)
                .extracting(DeadLetter::getOrigin, DeadLetter::getReason)
                .containsExactlyInAnyOrder(tuple(link("2"), "HTTP_STATUS"), tuple(link("3"), "BINARY"));
    }

    @Test
    void shouldWaitForAPageThatFailsForNowAndGiveUpInTheEnd() throws Exception {
        server.on("/news/1", Reply.of(500));
        feed(item("1", "Причал", "Кратко."));
        poll();
        poll();
        assertThat(cluster.events).isEmpty();
        poll();
        assertThat(cluster.events).hasSize(1);
        poll();
        assertThat(server.requests("/news/1")).hasSize(3);

        page("2", SECOND);
        server.on("/news/2", Reply.of(502));
        feed(item("2", "Паром", "Кратко."));
        poll();
        page("2", SECOND);
        poll();
        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactly("Кратко.", SECOND);
    }

    @Test
    void shouldNotRetractWhatLeavesAFeed() throws Exception {
        page("1", FIRST);
        page("2", SECOND);
        feed(item("1", "Причал", "Кратко…"), item("2", "Паром", "Кратко…").replace("01 May", "02 May"));
        poll();
        feed(item("1", "Причал", "Кратко…"));
        poll();
        poll();

        assertThat(cluster.events).hasSize(2);
        // It was taken out while an older one stayed, so its page was looked at.
        assertThat(server.requests("/news/2")).hasSize(2);
    }

    @Test
    void shouldRetractAnArticleWhosePageIsGoneAndBringItBackWithThePage() throws Exception {
        page("1", FIRST);
        page("2", SECOND);
        feed(item("1", "Причал", "Кратко…"), item("2", "Паром", "Кратко…").replace("01 May", "02 May"));
        poll();
        // A poll that finds nothing new stands between.
        now = now.plus(Duration.ofMinutes(15));
        poll();
        server.on("/news/2", Reply.of(410));
        feed(item("1", "Причал", "Кратко…"));
        assertThat(poll().retracted()).isEqualTo(1);
        assertThat(poll().retracted()).isZero();
        assertThat(cluster.events.get(2)).satisfies(event -> {
            assertThat(event.getKind()).isEqualTo(ArticleEventKind.RETRACTION);
            assertThat(event.getArticleId()).isEqualTo(id("2"));
        });

        page("2", SECOND);
        now = now.plus(Duration.ofHours(7));
        poll();

        assertThat(cluster.events).hasSize(4);
        assertThat(cluster.events.get(3).getContent().getText()).isEqualTo(SECOND);
    }

    @Test
    void shouldRetractAnArticleWhosePageIsMissingTwice() throws Exception {
        page("1", FIRST);
        feed(item("1", "Причал", "Кратко…"));
        poll();
        server.on("/news/1", Reply.of(404));
        now = now.plus(Duration.ofHours(1));
        poll();
        assertThat(cluster.events).hasSize(1);
        now = now.plus(Duration.ofMinutes(30));
        poll();
        assertThat(cluster.events).hasSize(1);
        now = now.plus(Duration.ofMinutes(30));
        poll();

        assertThat(cluster.events)
                .extracting(ArticleEvent::getKind)
                .containsExactly(ArticleEventKind.VERSION, ArticleEventKind.RETRACTION);
    }

    @Test
    void shouldNotRetractForOneMissAmongHits() throws Exception {
        page("1", FIRST);
        feed(item("1", "Причал", "Кратко…"));
        poll();
        server.on("/news/1", Reply.of(404));
        now = now.plus(Duration.ofHours(1));
        poll();
        page("1", FIRST);
        now = now.plus(Duration.ofHours(1));
        poll();
        server.on("/news/1", Reply.of(404));
        now = now.plus(Duration.ofHours(24));
        poll();

        assertThat(cluster.events).hasSize(1);
    }

    @Test
    void shouldFindAChangeThatTheFeedDoesNotTell() throws Exception {
        page("1", FIRST);
        feed(item("1", "Причал", "Кратко…"));
        poll();
        page("1", SECOND);
        now = now.plus(Duration.ofHours(1));
        poll();

        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldTakeAnArticleFromOneOfSeveralFeeds() throws Exception {
        pages = false;
        feed(item("1", "Причал", "Кратко о причале."));
        server.on("/full", Reply.ok("text/xml", rss(item("1", "Причал", FIRST))));
        poll("/feed");
        poll("/feed", "/full");
        feed(item("1", "Причал", "Иначе, но кратко."));
        poll("/feed", "/full");

        assertThat(cluster.events)
                .extracting(event -> event.getContent().getText())
                .containsExactly("Кратко о причале.", FIRST);
    }

    @Test
    void shouldReadSitemapsOfNewsByTheirIndex() throws Exception {
        page("1", FIRST);
        server.on(
                "/index.xml",
                Reply.ok(
                        "text/xml",
                        "<sitemapindex><sitemap><loc>" + server.uri("/news.xml") + "</loc></sitemap></sitemapindex>"));
        server.on(
                "/news.xml",
                Reply.ok(
                        "text/xml",
                        "<urlset xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
                                + "<url><loc>" + link("1") + "</loc><news:news><news:title>Причал</news:title>"
                                + "<news:publication_date>2025-05-01</news:publication_date></news:news></url></urlset>"));

        poll("/index.xml");
        poll("/index.xml");

        assertThat(cluster.events).singleElement().satisfies(event -> {
            assertThat(event.getContent().getText()).isEqualTo(FIRST);
            assertThat(event.getContent().getTitle()).isEqualTo("Причал");
        });
    }

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

    private PublishReport poll(String... feeds) throws IOException {
        String[] all = feeds.length == 0 ? new String[] {"/feed"} : feeds;
        try (PollSource source = source(all)) {
            return cluster.publish(source);
        }
    }

    private PollSource source(String... feeds) {
        return source(true, Duration.ofMinutes(15), Clock.fixed(now, ZoneOffset.UTC), feeds);
    }

    private PollSource source(boolean once, Duration interval, Clock clock, String... feeds) {
        List<PollTarget> targets = Arrays.stream(feeds)
                .map(path -> new PollTarget(server.uri(path), true))
                .toList();
        PollSettings settings = new PollSettings(
                interval,
                once,
                pages,
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)),
                Duration.ofHours(1),
                4,
                1_000_000,
                1_000_000,
                1_000_000,
                ZoneId.of("Europe/Moscow"));
        HttpSettings http = new HttpSettings(
                "Tester/1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ZERO,
                5,
                true,
                open);
        return new PollSource(targets, settings, http, cluster.polls, clock);
    }

    private PollState state() {
        return cluster.polls.get(server.uri("/feed").toString());
    }

    private void feed(String... items) {
        server.on("/feed", Reply.ok("application/rss+xml", rss(items)));
    }

    private void page(String name, String text) {
        server.on(
                "/news/" + name,
                Reply.ok(
                        "text/html",
                        "<html><body><article><h1>Причал</h1><p>" + text + "</p></article></body></html>"));
    }

    private static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title>" + String.join("", items)
                + "</channel></rss>";
    }

    private String item(String name, String title, String description) {
        return "<item><title>" + title + "</title><link>" + link(name) + "</link><guid>guid-" + name
                + "</guid><description>"
                + description
                + "</description>"
                + (description.length() > 400
                        ? "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">" + description
                                + "</content:encoded>"
                        : "")
                + "<pubDate>Thu, 01 May 2025 10:00:00 +0300</pubDate></item>";
    }

    private String link(String name) {
        return server.uri("/news/" + name).toString();
    }

    private String id(String name) {
        return link(name).replace("http:", "https:");
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
