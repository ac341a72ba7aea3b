/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.asof.HistoryStore;
import io.vestnik.consumer.history.History;
import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.QueryStore.Row;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** What a consumer tells of the past is what a run tells of it. */
class PastOfARunTest {
    private static final Topics TOPICS = Topics.live();
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int LINES = 24;
    private static final String BRIDGE =
            "Губернатор области Иван Петров открыл новый мост через реку Вятку. Строительство"
                    + " заняло четыре года и обошлось бюджету в 12 миллиардов рублей. «Мы построили этот мост за четыре года"
                    + " вместо пяти запланированных», — сказал Иван Петров.";
    private static final String MATCH =
            "The hockey club of Omsk won its seventh match in a row. \"We played as one team"
                    + " tonight and the crowd carried us\", said coach Peter Hill.";

    @TempDir
    private Path directory;

    @Test
    void shouldBeWhatTheConsumerTellsOfIt() throws Exception {
        Path history = run();
        int told = 0;
        try (HistoryStore store = HistoryStore.open(
                Files.createDirectory(directory.resolve("history")), TOPICS, settings(), (record, why) -> {
                    throw why;
                })) {
            fill(store, history);
            AsOfViews past = AsOfViews.over(store, TOPICS, () -> true);
            for (int line = 0; line < LINES; line += 4) {
                Path scratch = Files.createDirectory(directory.resolve("views" + line));
                try (ViewsAsOf expected = new ViewsAsOf(TablesAsOf.read(history, at(line)), scratch)) {
                    Map<String, List<Row>> views = all(expected.store());
                    assertThat(all(past.at(at(line)))).as("as of line %d", line).isEqualTo(views);
                    told += views.values().stream().mapToInt(List::size).sum();
                }
            }
        }
        assertThat(told).isGreaterThan(LINES);
    }

    private static Map<String, List<Row>> all(QueryStore store) {
        Map<String, List<Row>> all = new TreeMap<>();
        for (ViewKind kind : ViewKind.values()) {
            all.put(
                    kind.pathName(),
                    store.list(kind, new ListRequest("", 1000, 0, "")).rows());
        }
        return all;
    }

    private Path run() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            // Seven articles, each of them several times: corrected, taken back, brought back, in another language.
            String text = (i % 4 == 3 ? MATCH : BRIDGE.substring(0, 150 + i * 3)) + " " + i % 7;
            String rest = i % 6 == 5 ? "\"retracted\":true" : "\"text\":\"" + text.replace("\"", "\\\"") + "\"";
            lines.add("{\"id\":\"" + "abcdefg".charAt(i % 7) + "\",\"observedAt\":\"" + at(i) + "\"," + rest + "}");
        }
        Path corpus = Files.write(directory.resolve("corpus.jsonl"), lines);
        ReplayRequest request = new ReplayRequest(
                corpus.toString(),
                "UTC",
                null,
                null,
                null,
                ReplayRequest.Engine.DRIVER,
                1,
                1,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null);
        RunDirectory run = new RunDirectory(directory.resolve("runs"), RunId.of("r"));
        assertThat(new Replay(request, run, null, Pace.UNLIMITED, new Unstopped(), new PublishListener() {}).run())
                .isNotNull();
        return run.history();
    }

    private static void fill(HistoryStore store, Path history) throws IOException {
        TopicPartition partition = new TopicPartition(TOPICS.history.name(), 0);
        try (History entries = History.open(history, null);
                Serializer<HistoryEntry> writer =
                        TOPICS.history.serde(settings()).serializer()) {
            for (long offset = 0; entries.hasNext(); offset++) {
                HistoryEntry entry = entries.next();
                byte[] key = Keys.of(entry.getTable(), entry.getRowKey()).getBytes(StandardCharsets.UTF_8);
                store.take(
                        List.of(new ConsumerRecord<>(
                                partition.topic(), 0, offset, key, writer.serialize(partition.topic(), entry))),
                        Map.of(partition, offset + 1));
            }
        }
    }

    private static Map<String, Object> settings() {
        return Map.of("schema.registry.url", "mock://past-of-a-run");
    }

    private static Instant at(int line) {
        return START.plusSeconds(600L * line);
    }

    private static final class Unstopped implements ReplayListener {
        @Override
        public void phase(String name, long events) {}

        @Override
        public void done(long events) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    }
}
