/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StoreContext;
import io.vestnik.streams.table.ValueSizes;

import static org.assertj.core.api.Assertions.assertThat;

class WatchStoreTest {
    private final AvroSerde<Watch> serde =
            AvroSerde.of(Watch.class, Map.of("schema.registry.url", "mock://watch-store"));
    private final WatchStore store = new WatchStore("watches", serde.deserializer());
    private final StoreContext task = new StoreContext();

    @BeforeEach
    void open() {
        store.init(task.context(), store);
    }

    private byte[] watch(String name, String expression) {
        Watch watch = Watch.newBuilder()
                .setName(name)
                .setExpression(expression)
                .setDeclaredAt(Instant.EPOCH)
                .build();
        return serde.serializer().serialize("watches", watch);
    }

    private WatchBook book() {
        return store.query(new ObjectQuery<>(WatchBook.class), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    private static ArticleState state(String words, List<String> watches) {
        Analysis analysis = Analysis.newBuilder()
                .setArticleId("a")
                .setContentHash("hash")
                .setFirstObservedAt(Instant.EPOCH)
                .setLanguage("ru")
                .setLength(1)
                .setSketch(
                        new Sketch("none", 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0), ByteBuffer.allocate(0)))
                .setWatches(watches)
                .build();
        return ArticleState.newBuilder()
                .setRank(1)
                .setKnownAt(Instant.EPOCH)
                .setCurrent(analysis)
                .setWords(words)
                .build();
    }

    private List<String> watches(ArticleState state, int size) {
        Analysis current = book().applied(state, size).getCurrent();
        return current == null ? List.of() : current.getWatches();
    }

    @Test
    void shouldBringItsBookUpToDateWhenRestoredAndWhenWritten() {
        task.restore("a", watch("a", "пожар"));
        task.restore("b", watch("b", "снег"));
        assertThat(watches(state("пожар снег ", List.of()), 1)).containsExactly("a", "b");

        task.restore("a", null);
        store.put(Bytes.wrap("c".getBytes(StandardCharsets.UTF_8)), watch("c", "пожар"));
        assertThat(watches(state("пожар снег ", List.of("a", "b")), 1)).containsExactly("b", "c");
    }

    @Test
    void shouldForgetAllWhenTheTaskIsRevived() {
        task.restore("a", watch("a", "пожар"));
        store.init(task.context(), store);

        assertThat(watches(state("пожар ", List.of("a")), 1)).isEmpty();
    }

    @Test
    void shouldGiveTheVeryStateBackWhenNothingChanges() {
        task.restore("a", watch("a", "пожар"));
        ArticleState state = state("пожар ", List.of("a"));

        assertThat(book().applied(state, 1)).isSameAs(state);
    }

    @Test
    void shouldCountAsManyWatchesOfAnArticleAsFit() {
        IntStream.range(0, 300).forEach(i -> {
            String name = String.format("w%03d", i);
            task.restore(name, watch(name, "пожар"));
        });

        assertThat(watches(state("пожар ", List.of()), 1))
                .hasSize(250)
                .startsWith("w000")
                .endsWith("w249");
    }

    @Test
    void shouldLeaveAnArticleWithoutWatchesWhoseAnalysisFillsARecord() {
        task.restore("a", watch("a", "пожар"));
        String words = "пожар ".repeat(ValueSizes.LIMIT / 11);
        ArticleState state = state(words, List.of());

        assertThat(watches(state, ValueSizes.LIMIT - 100)).isEmpty();
    }
}
