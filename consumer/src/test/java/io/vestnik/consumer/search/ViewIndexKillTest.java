/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.tail.MadeLog;
import io.vestnik.consumer.tail.SinkWriter;
import io.vestnik.consumer.tail.WriterProcess;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.StoryView;

import static io.vestnik.consumer.search.ViewFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** The index after kill -9 in the midst of writing: it holds what was there up to where it says that it stands. */
@Timeout(300)
class ViewIndexKillTest {
    private static final int KILLS = 6;
    private static final Map<String, Object> SETTINGS =
            Map.of(VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://kill");

    @TempDir
    private Path directory;

    /** Indexes until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            SinkWriter writer = new SinkWriter(open(Path.of(args[0])), new Views());
            if (args.length > 1) {
                writer.runAhead(Path.of(args[1]));
            } else {
                writer.runForever();
            }
        }
    }

    /** Stories and entities; the title of each says which record has written it. */
    private static final class Views extends MadeLog {
        private final Serializer<StoryView> stories =
                TOPICS.viewStories.serde(SETTINGS).serializer();
        private final Serializer<EntityView> entities =
                TOPICS.viewEntities.serde(SETTINGS).serializer();

        Views() {
            super(List.of(
                    new TopicPartition(TOPICS.viewStories.name(), 0),
                    new TopicPartition(TOPICS.viewEntities.name(), 1)));
        }

        @Override
        protected byte @Nullable [] value(TopicPartition partition, long offset, String key, boolean removes) {
            if (removes) {
                return null;
            }
            String title = Long.toString(offset);
            int articles = (int) (offset % 100);
            return partition.partition() == 0
                    ? stories.serialize(partition.topic(), ViewFixture.story(key, title, articles, (int) offset))
                    : entities.serialize(partition.topic(), ViewFixture.entity(key, EntityType.PER, title, articles));
        }
    }

    private static ViewIndex open(Path path) {
        return ViewIndex.open(
                path,
                TOPICS,
                SETTINGS,
                (record, why) -> {
                    throw new AssertionError(why);
                },
                Duration.ZERO);
    }

    @Test
    void shouldHoldWhatItsPositionsSayAfterAKillAndCatchUp() throws Exception {
        Random random = new Random(6);
        Views log = new Views();
        long before = 0;
        int lost = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long taken = Long.parseLong(writeAndKill(random));
            try (ViewIndex index = open(directory.resolve("index"))) {
                long kept = SinkWriter.total(index.positions());
                assertThat(kept)
                        .as("kept at kill " + kill)
                        .isGreaterThan(before)
                        .isLessThanOrEqualTo(taken + 300);
                lost += kept < taken ? 1 : 0;
                before = kept;
                assertThat(held(index)).isNotEmpty().isEqualTo(log.before(index.positions()));
            }
        }
        assertThat(lost).as("kills that have undone something").isPositive();
        long end = before + 1_000;
        try (ViewIndex index = open(directory.resolve("index"))) {
            new SinkWriter(index, log).runTo(end);
            assertThat(index.positions().values()).containsOnly(end);
            assertThat(held(index)).isEqualTo(log.before(index.positions()));
        }
    }

    /** Without it nothing would show that the comparison finds an index that does not hold what its positions say. */
    @Test
    void shouldFindThatPositionsKeptApartAreAheadOfTheIndex() throws Exception {
        Path apart = directory.resolve("apart");
        try (WriterProcess writer = process(apart.toString())) {
            String line = writer.line();
            while (!line.equals(SinkWriter.AHEAD)) {
                line = writer.line();
            }
            writer.kill(line, Duration.ZERO);
        }
        Views log = new Views();
        try (ViewIndex index = open(directory.resolve("index"))) {
            assertThat(held(index)).isNotEqualTo(log.before(SinkWriter.ahead(apart, log)));
            assertThat(held(index)).isEqualTo(log.before(index.positions()));
        }
    }

    private String writeAndKill(Random random) throws Exception {
        try (WriterProcess writer = process()) {
            String line = writer.line();
            for (int lines = 10 + random.nextInt(60); lines > 0; lines--) {
                line = writer.line();
            }
            return writer.kill(line, Duration.ofNanos(random.nextInt(30_000_000)));
        }
    }

    private WriterProcess process(String... more) throws IOException {
        String[] args = new String[more.length + 1];
        args[0] = directory.resolve("index").toString();
        System.arraycopy(more, 0, args, 1, more.length);
        return new WriterProcess(Writer.class, directory.resolve("errors"), args);
    }

    /** All documents: by id, which record each was made of. */
    private static Map<String, Long> held(ViewIndex index) {
        return index.ask(searcher -> {
            Map<String, Long> held = new TreeMap<>();
            int all = Math.max(1, searcher.getIndexReader().maxDoc());
            for (ScoreDoc found : searcher.search(new MatchAllDocsQuery(), all).scoreDocs) {
                Document document = searcher.storedFields().document(found.doc);
                String id = document.get(Fields.ID);
                assertThat(held.put(id, Long.parseLong(document.get(Fields.TITLE))))
                        .as("documents of one view, " + id)
                        .isNull();
            }
            return held;
        });
    }
}
