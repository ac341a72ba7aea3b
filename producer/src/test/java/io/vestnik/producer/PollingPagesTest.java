/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.producer.http.FaultyServer.Reply;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the pages behind items give and take back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollingPagesTest extends PollingRig {
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
}
