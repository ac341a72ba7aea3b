/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.history.Follower.Moment;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.HistoryEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FollowerTest {
    private static final Topics TOPICS = Topics.live();

    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void writeHistory() throws IOException {
        file = temp.resolve("history.avro");
        try (HistoryWriter writer = new HistoryWriter(file)) {
            writer.add(change(1, "b", 1));
            writer.add(change(1, "a", 1));
            writer.add(change(1, "b", 2));
            writer.add(change(3, "a", 5));
            writer.add(change(7, "b", 0));
        }
    }

    /** A row of so many articles; its removal when there are none. */
    private static HistoryEntry change(int second, String topic, int articles) {
        Coverage row = Rows.coverage("story:" + topic, "A story", articles, 0);
        boolean gone = articles == 0;
        return HistoryEntry.newBuilder()
                .setTable(TOPICS.coverage.baseName())
                .setRowKey(topic)
                .setKnownAt(Instant.ofEpochSecond(second))
                .setRow(gone ? null : ByteBuffer.wrap(CanonicalAvro.body(row)))
                .setSchema$(gone ? null : CanonicalAvro.fingerprint(row.getSchema()))
                .build();
    }

    @Test
    void shouldGiveMomentByMomentTheLastChangeOfEachRow() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Follower follower = Follower.open(file, null, Pace.UNLIMITED)) {
            for (Moment moment = follower.next(); moment != null; moment = follower.next()) {
                for (HistoryEntry change : moment.changes()) {
                    seen.add(moment.knownAt().getEpochSecond()
                            + change.getRowKey()
                            + articles(follower, change.getRowKey()));
                }
            }
        }
        assertThat(seen).containsExactly("1a1", "1b2", "3a5", "7bnull");
    }

    private static @Nullable Integer articles(Follower follower, String key) {
        Coverage row = follower.tables().rows(TOPICS.coverage).get(key);
        return row == null ? null : row.getArticles();
    }

    @Test
    void shouldShowNothingThatBecameKnownLater() throws Exception {
        try (Follower follower = Follower.open(file, Instant.ofEpochSecond(3), Pace.UNLIMITED)) {
            follower.next();
            assertThat(articles(follower, "a")).as("before the second moment").isEqualTo(1);
            follower.next();
            assertThat(articles(follower, "a")).isEqualTo(5);
            assertThat(follower.next()).isNull();
            assertThat(articles(follower, "b")).isEqualTo(2);
        }
        assertThat(TablesAsOf.read(file, Instant.ofEpochSecond(2)).rows(TOPICS.coverage))
                .containsOnlyKeys("a", "b");
        assertThat(TablesAsOf.read(file, Instant.ofEpochSecond(0)).rows(TOPICS.coverage))
                .isEmpty();
        assertThat(TablesAsOf.read(file, null).rows(TOPICS.coverage)).containsOnlyKeys("a");
    }

    @Test
    void shouldRefuseAHistoryThatGoesBack() throws IOException {
        try (HistoryWriter writer = new HistoryWriter(temp.resolve("other.avro"))) {
            writer.add(change(2, "a", 1));
            assertThatThrownBy(() -> writer.add(change(1, "a", 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("goes back");
        }
    }

    @Test
    void shouldRefuseARowOfAnotherSchema() throws IOException {
        Path other = temp.resolve("other.avro");
        try (HistoryWriter writer = new HistoryWriter(other)) {
            writer.add(HistoryEntry.newBuilder(change(2, "a", 1)).setSchema$(1L).build());
        }
        TablesAsOf tables = TablesAsOf.read(other, null);
        assertThatThrownBy(() -> tables.rows(TOPICS.coverage))
                .isInstanceOf(OtherSchemaException.class)
                .hasMessageContaining("another version");
    }

    @Test
    void shouldStopBetweenMoments() throws Exception {
        boolean[] stopped = new boolean[1];
        try (Follower follower = Follower.open(file, null, Pace.times(1e-3), () -> stopped[0])) {
            assertThat(follower.next()).isNotNull();
            stopped[0] = true;
            assertThat(follower.next()).isNull();
        }
    }
}
