/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StoreContext;
import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeskStoreTest {
    private final AvroSerde<DeskCommand> serde =
            AvroSerde.of(DeskCommand.class, Map.of("schema.registry.url", "mock://desk-store"));
    private final List<RecordingDesk> desks = new ArrayList<>();
    private final DeskStore store = new DeskStore("articles", serde.deserializer(), new Desks(this::open));
    private final StoreContext task = new StoreContext();

    /** Notes what it is told, as {@code operation article}. */
    private static final class RecordingDesk implements LanguageDesk {
        private final String language;
        private final List<String> told = new ArrayList<>();

        RecordingDesk(String language) {
            this.language = language;
        }

        @Override
        public DeskChange put(DeskArticle article) {
            told.add("put " + article.articleId());
            return new DeskChange(List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public DeskChange remove(String articleId) {
            told.add("remove " + articleId);
            return new DeskChange(List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public boolean holds(String articleId) {
            return false;
        }

        @Override
        public List<ColdGroup> evict(long newest) {
            return List.of();
        }

        @Override
        public @Nullable Placement placement(String articleId) {
            return null;
        }
    }

    private LanguageDesk open(String language) {
        RecordingDesk desk = new RecordingDesk(language);
        desks.add(desk);
        return desk;
    }

    private byte[] row(String articleId, long rank) {
        Analysis analysis = Analysis.newBuilder()
                .setArticleId(articleId)
                .setContentHash("hash")
                .setFirstObservedAt(Instant.EPOCH)
                .setLanguage("ru")
                .setLength(1)
                .setSketch(
                        new Sketch("none", 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0), ByteBuffer.allocate(0)))
                .build();
        return serde.serializer()
                .serialize("articles", new DeskCommand(articleId, rank, Instant.EPOCH, 0, analysis, List.of(), null));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private Desks live() {
        return store.query(new ObjectQuery<>(Desks.class), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    @Test
    void shouldRestoreStraightIntoTheDesksSoThatAStandbyIsLive() {
        store.init(task.context(), store);
        task.restore("ru|a", row("a", 3));
        task.restore("en|b", row("b", 1));
        task.restore("ru|a", row("a", 4));

        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(desks).extracting(desk -> desk.language).containsExactly("ru", "en");
        assertThat(desks.get(0).told).containsExactly("put a", "put a");
        assertThat(live().rank("ru", "a")).isEqualTo(4);
    }

    @Test
    void shouldForgetWhatTheChangelogRemoves() {
        store.init(task.context(), store);
        task.restore("ru|a", row("a", 3));
        task.restore("ru|a", null);

        assertThat(store.approximateNumEntries()).isZero();
        assertThat(desks.get(0).told).containsExactly("put a", "remove a");
        assertThatThrownBy(() -> live().rank("ru", "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotTellTheDeskOfWhatTheProcessorPuts() {
        store.init(task.context(), store);
        store.put(Bytes.wrap(bytes("ru|a")), row("a", 3));

        assertThat(desks).isEmpty();
    }

    @Test
    void shouldKeepNoRowsBesideTheDesks() {
        store.init(task.context(), store);
        Bytes key = Bytes.wrap(bytes("ru|a"));
        task.restore("ru|a", row("a", 3));

        assertThatThrownBy(() -> store.get(key)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(store::all).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.range(key, key)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldStartCleanWhenARevivedTaskInitializesItAgain() {
        store.init(task.context(), store);
        task.restore("ru|a", row("a", 3));
        Desks before = live();
        store.close();
        assertThat(store.isOpen()).isFalse();
        store.init(task.context(), store);

        assertThat(store.approximateNumEntries()).isZero();
        assertThatThrownBy(() -> before.rank("ru", "a")).isInstanceOf(IllegalStateException.class);
        task.restore("ru|a", row("a", 3));
        assertThat(desks).as("the desk is a new one").hasSize(2);
        assertThat(desks.get(1).told).containsExactly("put a");
    }

    @Test
    void shouldNotAnswerQueriesThatItDoesNotKnow() {
        store.init(task.context(), store);

        assertThat(store.query(KeyQuery.withKey("a"), PositionBound.unbounded(), new QueryConfig(false))
                        .isFailure())
                .isTrue();
    }
}
