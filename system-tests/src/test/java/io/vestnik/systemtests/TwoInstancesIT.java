/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes share the work; when one is stopped, the other takes all of it over. Each tells how both are. */
@Timeout(600)
class TwoInstancesIT {
    private static final int ARTICLES = 1_500;
    private static final int PARTITIONS = 4;
    private static final String CONSUMER = "status-consumer";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldShareTheWorkAndGoOnWhenOneIsStopped() throws Exception {
        List<CorpusGenerator.Article> corpus =
                new CorpusGenerator(6, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES);
        List<CorpusGenerator.Article> before = corpus.subList(0, ARTICLES / 3);
        List<CorpusGenerator.Article> after = corpus.subList(ARTICLES / 3, ARTICLES);
        Map<String, String> shared;
        try (Admin admin = Admin.create(cluster.settings());
                Newsroom room = new Newsroom(cluster, "shared", PARTITIONS);
                Quiescence left = room.quiescence();
                VestnikProcess one = room.startProcess(data, "one");
                VestnikProcess two = room.startProcess(data, "two")) {
            await("both have partitions of the articles")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupIdNotFoundException)
                    .until(() -> {
                        Map<String, List<TopicPartition>> now = owners(admin, room);
                        return now.size() == 2
                                && now.values().stream().mapToInt(List::size).sum() == PARTITIONS;
                    });
            Map<String, List<TopicPartition>> owners = owners(admin, room);

            room.publish(News.lines(before));
            room.settle(LIMIT, one::alive);
            Map<TopicPartition, Long> read = committed(admin, room);
            assertThat(owners(admin, room)).as("nothing was moved meanwhile").isEqualTo(owners);
            assertThat(owners.values()).allSatisfy(partitions -> assertThat(partitions.stream()
                            .mapToLong(partition -> read.getOrDefault(partition, 0L))
                            .sum())
                    .as("articles read from " + partitions)
                    .isPositive());

            room.publish(News.lines(after));
            assertThat(left.lag()).as("work is left").isNotEmpty();
            one.terminate();
            assertThat(one.await(Duration.ofSeconds(60))).as(one.tail()).isZero();

            room.settle(LIMIT, two::alive);
            assertThat(two.alive()).as("still running" + two.tail()).isTrue();
            assertThat(owners(admin, room)).hasSize(1);
            shared = room.digests();
            assertThat(room.summary().articles()).isEqualTo(ARTICLES);
        }

        try (Newsroom room = new Newsroom(cluster, "alone", 1)) {
            room.publish(News.lines(corpus));
            room.start(data.resolve("streams"));
            assertThat(shared).isEqualTo(room.settle(LIMIT).digests());
        }
    }

    @Test
    void shouldTellOfBothInstancesOfTheConsumerWhicheverIsAsked() throws Exception {
        List<CorpusGenerator.Article> corpus = new CorpusGenerator(8, Instant.parse("2025-01-10T00:00:00Z")).make(60);
        try (Newsroom room = new Newsroom(cluster, "status", PARTITIONS);
                Quiescence left = new Quiescence(
                        cluster.bootstrap(), Map.of(CONSUMER, room.topics().consumed()));
                ConsumerProcess one = new ConsumerProcess(data.resolve("status-one"), cluster, room, CONSUMER);
                ConsumerProcess two = new ConsumerProcess(data.resolve("status-two"), cluster, room, CONSUMER);
                LiveReaders ofOne = new LiveReaders(data, cluster, room, List.of(one.port()));
                LiveReaders ofTwo = new LiveReaders(data, cluster, room, List.of(two.port()))) {
            room.start(data.resolve("streams"));
            one.awaitReady(LIMIT);
            two.awaitReady(LIMIT);
            ofOne.read();
            ofTwo.read();
            room.publish(News.lines(corpus));
            room.settle(LIMIT);
            assertThat(left.await(LIMIT, () -> one.alive() && two.alive())).isEmpty();

            for (ConsumerProcess asked : List.of(one, two)) {
                await("both are told of").atMost(LIMIT).untilAsserted(() -> {
                    JsonNode status = asked.json("/status");
                    assertThat(status.get("complete").asBoolean())
                            .as(status.toString())
                            .isTrue();
                    assertThat(status.get("instances")).hasSize(2);
                    assertThat(status.get("instances").findValuesAsText("state"))
                            .containsExactly("RUNNING", "RUNNING");
                    assertThat(status.get("instances").findValues("readers"))
                            .extracting(JsonNode::asInt)
                            .containsExactly(1, 1);
                    assertThat(status.get("readers").asInt()).isEqualTo(2);
                    assertThat(status.get("lag").size()).isPositive();
                    assertThat(status.get("lag").valueStream()).allMatch(lag -> lag.asLong() == 0);
                });
            }

            // Until the group has given it up, one that is gone is told as one that does not answer.
            two.kill();
            JsonNode status = one.json("/status");
            assertThat(status.get("complete").asBoolean()).as(status.toString()).isFalse();
            assertThat(status.get("readers").asInt()).isEqualTo(1);
            assertThat(status.get("instances"))
                    .filteredOn(each -> !each.get("answers").asBoolean())
                    .singleElement()
                    .satisfies(gone -> {
                        assertThat(gone.get("address").asText()).endsWith(":" + two.port());
                        assertThat(gone.get("detail").asText()).contains("does not answer");
                    });
            await("the group has given it up")
                    .atMost(LIMIT)
                    .until(() -> one.json("/status").get("complete").asBoolean());
            assertThat(one.json("/status").get("instances")).hasSize(1);
        }
    }

    /** Which process reads which partitions of the articles; a process has one thread. */
    private static Map<String, List<TopicPartition>> owners(Admin admin, Newsroom room) throws Exception {
        Collection<MemberDescription> members = admin.describeConsumerGroups(List.of(room.applicationId()))
                .all()
                .get()
                .get(room.applicationId())
                .members();
        Map<String, List<TopicPartition>> owners = new TreeMap<>();
        for (MemberDescription member : members) {
            List<TopicPartition> partitions = member.assignment().topicPartitions().stream()
                    .filter(partition ->
                            partition.topic().equals(room.topics().articles.name()))
                    .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                    .toList();
            if (!partitions.isEmpty()) {
                owners.put(member.clientId(), partitions);
            }
        }
        return owners;
    }

    private static Map<TopicPartition, Long> committed(Admin admin, Newsroom room) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(room.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }
}
