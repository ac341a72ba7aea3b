/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.http.FaultyServer.Reply;
import io.vestnik.schemas.avro.ArticleEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of the articles of feeds from one poll to the next. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollingTest extends PollingRig {
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
}
