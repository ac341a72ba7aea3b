/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.search.Filter;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.SearchKind;
import io.vestnik.consumer.search.Selection;

import static io.vestnik.consumer.asof.HistoryFixture.TOPICS;
import static io.vestnik.consumer.asof.HistoryFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PastIndexesTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private HistoryFixture history;

    @BeforeEach
    void open() throws IOException {
        history = new HistoryFixture();
    }

    @AfterEach
    void close() throws IOException {
        history.close();
        assertThat(faults).isEmpty();
    }

    private PastIndexes indexes(Duration patience, Duration lag) {
        return new PastIndexes(
                history.store(), TOPICS, () -> true, directory.resolve("past"), faults::add, patience, lag);
    }

    private void article(String id, Instant knownAt) {
        history.add(entry(TOPICS.analyses, id, Rows.analysis(id, "h", 0), knownAt))
                .add(entry(TOPICS.placements, id, Rows.placement(id, "h", "s"), knownAt))
                .flush();
    }

    private static List<String> articles(SearchIndex index) {
        return index.select(new Selection(SearchKind.ARTICLE, Filter.NONE, Selection.Order.LATEST, "", 100))
                .ids();
    }

    @Test
    void shouldRemoveWhatAKilledInstanceLeft() throws IOException {
        Path left = directory.resolve("past").resolve("37");
        Files.createDirectories(left);
        Files.writeString(left.resolve("_0.cfs"), "erased since");

        try (PastIndexes past = indexes(LONG, LONG)) {
            assertThat(left).doesNotExist();
            article("a", Rows.START);
            assertThat(articles(past.at(Rows.START))).containsExactly("a");
        }
    }

    @Test
    void shouldIndexAnewWhatTheHistoryWasToldOfLate() {
        article("a", Rows.START);
        Instant before = Rows.START.minusMillis(1);
        try (PastIndexes past = indexes(LONG, Duration.ZERO)) {
            SearchIndex first = past.at(Rows.START);
            SearchIndex nothing = past.at(before);
            assertThat(articles(first)).containsExactly("a");

            article("b", Rows.START);

            assertThat(articles(past.at(Rows.START))).containsExactlyInAnyOrder("a", "b");
            assertThat(past.at(before)).as("nothing was said of that time").isSameAs(nothing);
        }
    }

    @Test
    void shouldAnswerFromWhatItHasForAWhile() {
        article("a", Rows.START);
        try (PastIndexes past = indexes(LONG, LONG)) {
            SearchIndex first = past.at(Rows.START);

            article("b", Rows.START);

            assertThat(past.at(Rows.START)).isSameAs(first);
        }
    }

    @Test
    void shouldKeepTheLastFewTimes() throws IOException {
        article("a", Rows.START);
        try (PastIndexes past = indexes(LONG, LONG)) {
            SearchIndex oldest = past.at(Rows.START);
            SearchIndex second = past.at(Rows.START.plusSeconds(1));
            assertThat(past.at(Rows.START)).as("asked of again").isSameAs(oldest);

            for (int i = 0; i < PastIndexes.KEPT - 1; i++) {
                past.at(Rows.START.plusSeconds(2 + i));
            }

            try (Stream<Path> kept = Files.list(directory.resolve("past"))) {
                assertThat(kept).hasSize(PastIndexes.KEPT);
            }
            assertThat(past.at(Rows.START)).isSameAs(oldest);
            assertThatThrownBy(() -> articles(second))
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageContaining("Ask again");
        }
        assertThat(directory.resolve("past")).isEmptyDirectory();
    }

    @Test
    void shouldTellWhoCannotWaitToAskAgain() {
        article("a", Rows.START);
        try (PastIndexes past = indexes(Duration.ZERO, LONG)) {
            await().atMost(LONG)
                    .ignoreExceptionsInstanceOf(NotReadyException.class)
                    .untilAsserted(
                            () -> assertThat(articles(past.at(Rows.START))).containsExactly("a"));
        }
    }

    @Test
    void shouldNotAnswerBeforeTheHistoryIsRead() {
        try (PastIndexes past =
                new PastIndexes(history.store(), TOPICS, () -> false, directory.resolve("past"), faults::add)) {
            assertThatThrownBy(() -> past.at(Rows.START))
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageContaining("still being read");
        }
    }
}
