/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Tags;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.events.EventMeters;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/metrics.md names is served, and what is served it names. */
class MetricsDocumentTest {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) \\S+$");
    private static final Pattern SAMPLE = Pattern.compile("[a-z_0-9]+(\\{.*})? [-+0-9.eENaIinf]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z0-9]+_[a-z_0-9]+`(?:, `[a-z_0-9]+`)*) \\| .*$");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+_[a-z_0-9]+)`");

    @TempDir
    Path state;

    @Test
    void shouldServeWhatIsDocumentedAndDocumentWhatIsServed() throws IOException {
        Tally tally = new Tally(System::nanoTime);
        RestoreProgress restore = new RestoreProgress();
        try (KafkaStreams streams = streams();
                Metrics metrics = new Metrics()
                        .add(streams)
                        .add(restore)
                        .add(tally)
                        .add(new InputLag(List.of("news.coverage.v1"), streams::metrics))
                        .add(new EventMetrics(new EventMeters()))) {
            tally.deadLetter("BAD_JSON");
            tally.article(true);
            tally.article(false);
            restore.onRestoreStart(new TopicPartition("changelog", 0), "store", 100, 150);
            restore.onBatchRestored(new TopicPartition("changelog", 0), "store", 120, 20);
            String text = metrics.text();

            assertThat(text.lines().filter(line -> !line.startsWith("#") && !line.isEmpty()))
                    .allMatch(line -> SAMPLE.matcher(line).matches());
            assertThat(text)
                    .contains(
                            "vestnik_dead_letters_total{reason=\"BAD_JSON\"} 1.0",
                            "vestnik_articles_total 2.0",
                            "vestnik_articles_late_total 1.0",
                            "vestnik_restore_done 20.0",
                            "vestnik_restore_planned 50.0",
                            "vestnik_input_lag{topic=\"news.coverage.v1\"} 0.0");
            Set<String> served = new TreeSet<>();
            Matcher type = TYPE.matcher(text);
            while (type.find()) {
                served.add(type.group(1));
            }
            Map<String, Boolean> documented = documented();
            assertThat(served).anyMatch(name -> name.startsWith("kafka_"));
            assertThat(served.stream().filter(name -> !name.startsWith("kafka_")))
                    .as("documented in docs/metrics.md")
                    .allMatch(documented::containsKey);
            assertThat(documented.entrySet().stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey))
                    .as("served")
                    .allMatch(served::contains);
        }
    }

    @Test
    void shouldTellOfStoresOfEveryKind() {
        try (Metrics metrics = new Metrics()
                .add(registry -> List.of("rocksdb", "touched", "in-memory").forEach(kind -> {
                    Tags tags = Tags.of("task.id", "0_1", kind + ".state.id", "of " + kind);
                    registry.gauge("kafka.stream.state.put.rate", tags, 1);
                }))) {
            assertThat(metrics.text().lines().filter(line -> line.startsWith("kafka_stream_state_put_rate{")))
                    .hasSize(3)
                    .allMatch(line -> line.contains("state_id=\"of "));
        }
    }

    @Test
    void shouldGoOnTellingWhatNobodyElseHolds() {
        try (Metrics metrics = new Metrics().add(new InputLag(List.of("news.coverage.v1"), Map::of))) {
            System.gc();
            assertThat(metrics.text()).contains("vestnik_input_lag{topic=\"news.coverage.v1\"} 0.0");
        }
    }

    @Test
    void shouldTellRestoredPartitionsThatWereTakenAway() {
        RestoreProgress restore = new RestoreProgress();
        TopicPartition one = new TopicPartition("changelog", 0);
        TopicPartition two = new TopicPartition("changelog", 1);
        restore.onRestoreStart(one, "store", 0, 100);
        restore.onRestoreStart(two, "store", 0, 10);
        restore.onBatchRestored(one, "store", 50, 40);
        restore.onBatchRestored(two, "store", 9, 9);
        restore.onRestoreEnd(two, "store", 9);
        assertThat(restore.progress().done()).isEqualTo(50);
        assertThat(restore.progress().total()).isEqualTo(110);
        restore.onRestoreSuspended(one, "store", 40);
        assertThat(restore.progress().total()).isEqualTo(10);
    }

    @Test
    void shouldTellTheRateOfTheLastMinute() {
        long[] seconds = {0};
        Rate rate = new Rate(() -> seconds[0] * 1_000_000_000L);
        rate.add(5);
        assertThat(rate.perSecond()).isEqualTo(5);
        seconds[0] = 10;
        rate.add(5);
        assertThat(rate.perSecond()).isEqualTo(1);
        seconds[0] = 65;
        assertThat(rate.perSecond()).isEqualTo(5 / 60.0);
        seconds[0] = 500;
        assertThat(rate.perSecond()).isZero();
    }

    /** The names, and whether they are served at once and by every virtual machine. */
    private static Map<String, Boolean> documented() throws IOException {
        String page =
                Files.readString(Path.of("..", "docs", "metrics.md")).replaceAll("(?m)^\\| `vestnik_produce_.*$", "");
        Matcher row = ROW.matcher(page);
        return row.results()
                .flatMap(match -> NAME.matcher(match.group(1))
                        .results()
                        .map(name -> Map.entry(
                                name.group(1),
                                !match.group().contains("served after the first one")
                                        || name.group(1).startsWith("vestnik_"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Never started, so that it asks no broker. */
    private KafkaStreams streams() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("news.coverage.v1").to("news.views.coverage.v1");
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "metrics");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        return new KafkaStreams(builder.build(), properties);
    }
}
