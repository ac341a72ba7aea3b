/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.consumer.events.OffsetVector;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.schemas.avro.TopicUpdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A reader of live updates: {@code vestnik events} as a process, which may be killed and go on as another one. */
public final class LiveReaders implements AutoCloseable {
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<VestnikProcess> readers = new ArrayList<>();
    private final Path directory;
    private final Cluster cluster;
    private final Newsroom room;
    private final String urls;

    /**
     * Reads nothing yet.
     *
     * @param directory where its output is kept
     * @param ports of the instances of the consumer
     */
    public LiveReaders(Path directory, Cluster cluster, Newsroom room, List<Integer> ports) {
        this.directory = directory;
        this.cluster = cluster;
        this.room = room;
        this.urls = String.join(
                ",", ports.stream().map(port -> "http://127.0.0.1:" + port).toList());
    }

    /** Reads from the first update on. */
    public void read() throws Exception {
        read(beginning());
    }

    /** Goes on behind the last update that was heard; whoever read before was killed. */
    public void goOn() throws JsonProcessingException {
        List<JsonNode> heard = heard();
        read(heard.get(heard.size() - 1).get("id").asText());
    }

    /** The process that reads now. */
    public VestnikProcess current() {
        return readers.get(readers.size() - 1);
    }

    /** How many updates were heard so far. */
    public int count() throws JsonProcessingException {
        return heard().size();
    }

    /** Waits until more was heard than so many. */
    public void awaitMoreThan(int before, Duration limit) {
        await("updates are heard").atMost(limit).until(() -> {
            assertThat(current().alive()).as("reads" + current().tail()).isTrue();
            return count() > before;
        });
    }

    /** Whoever reads has heard what the topic holds: each update once, those of a partition in their order. */
    public void assertEachUpdateIsHeardOnce(Duration limit) throws JsonProcessingException, InterruptedException {
        int all = told().size();
        await("all is heard").atMost(limit).until(() -> count() >= all);
        // What should not come does not come later either.
        Thread.sleep(2_000);
        HeardUpdates told = told();
        assertThat(told.size()).as("updates that were told").isPositive();
        List<HeardUpdates.Heard> heard = new ArrayList<>();
        for (JsonNode line : heard()) {
            assertThat(line.get("event").asText()).isEqualTo("update");
            JsonNode update = line.get("data");
            heard.add(new HeardUpdates.Heard(
                    OffsetVector.parse(line.get("id").asText()),
                    update.get("topic").asText(),
                    update.toString()));
        }
        assertThat(told.faults(heard)).isEmpty();
    }

    @Override
    public void close() {
        readers.forEach(VestnikProcess::close);
    }

    private void read(String from) {
        readers.add(VestnikProcess.start(directory, "events", "--json", "--from", from, "--url", urls));
    }

    /** The first offset of all partitions of the topic of updates. */
    private String beginning() throws Exception {
        String name = room.topics().updates.name();
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicDescription topic =
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            List<String> offsets = new ArrayList<>();
            topic.partitions().forEach(partition -> offsets.add(partition.partition() + ":0"));
            return String.join(",", offsets) + "@" + topic.topicId();
        }
    }

    /** The lines of all readers; what a kill has cut off in the midst of a line was not heard. */
    private List<JsonNode> heard() throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (VestnikProcess reader : readers) {
            String printed = reader.printed();
            for (String line :
                    printed.substring(0, printed.lastIndexOf('\n') + 1).split("\n", -1)) {
                if (!line.isEmpty()) {
                    lines.add(mapper.readTree(line));
                }
            }
        }
        return lines;
    }

    /** What the topic holds. */
    private HeardUpdates told() throws InterruptedException {
        List<HeardUpdates.Told> told = new ArrayList<>();
        try (Serde<TopicUpdate> serde = room.topics().updates.serde(cluster.settings());
                Admin admin = Admin.create(cluster.settings())) {
            Map<TopicPartition, OffsetRange> all =
                    Offsets.ranges(admin, List.of(room.topics().updates.name()), IsolationLevel.READ_COMMITTED);
            new RangeReader(cluster.settings())
                    .read(
                            all,
                            next -> {
                                TopicUpdate update = serde.deserializer().deserialize(next.topic(), next.value());
                                told.add(new HeardUpdates.Told(
                                        next.partition(),
                                        next.offset(),
                                        update.getTopic(),
                                        ViewJson.write(update).toString()));
                            },
                            () -> true);
        }
        return new HeardUpdates(told);
    }
}
