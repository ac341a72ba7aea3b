/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import static org.awaitility.Awaitility.await;

/** Three brokers that replicate everything three times and need two of them to write. */
final class Brokers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final List<BrokerNode> nodes = new ArrayList<>();
    private final Admin admin;

    /**
     * Starts them and waits until they are one cluster.
     *
     * @throws AssertionError at once when one of them ends, and after a time when they do not find together
     */
    Brokers(Path directory) {
        List<Integer> ports = freePorts(2 * COUNT);
        String voters = Stream.iterate(0, i -> i + 1)
                .limit(COUNT)
                .map(i -> (i + 1) + "@" + BrokerNode.HOST + ":" + ports.get(COUNT + i))
                .collect(Collectors.joining(","));
        String clusterId = Uuid.randomUuid().toString();
        for (int i = 0; i < COUNT; i++) {
            nodes.add(new BrokerNode(
                    i + 1,
                    new BrokerNode.Ports(ports.get(i), ports.get(COUNT + i)),
                    voters,
                    clusterId,
                    directory.resolve("broker-" + (i + 1))));
        }
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
        try {
            nodes.forEach(BrokerNode::start);
            awaitAll();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    String bootstrap() {
        return nodes.stream().map(BrokerNode::address).collect(Collectors.joining(","));
    }

    /** The broker of an id. */
    BrokerNode node(int id) {
        return nodes.get(id - 1);
    }

    /** Waits until no partition of the given topics is led by a broker. */
    void awaitLedByOthers(Collection<String> topics, int id) {
        await("broker " + id + " leads nothing any more")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> describe(topics).stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader() != null
                                && !partition.leader().isEmpty()
                                && partition.leader().id() != id));
    }

    /** Waits until every replica of every topic is in sync: then another broker can be lost. */
    void awaitInSync() {
        awaitAll();
        await("all replicas are in sync")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                // A topic that is being deleted is in the list of one broker and unknown to another.
                .ignoreExceptionsMatching(thrown -> thrown.getCause() instanceof UnknownTopicOrPartitionException)
                .until(() ->
                        describe(admin.listTopics(new ListTopicsOptions().listInternal(true))
                                        .names()
                                        .get())
                                .stream()
                                .flatMap(topic -> topic.partitions().stream())
                                .allMatch(partition -> partition.isr().size()
                                        == partition.replicas().size()));
    }

    private void awaitAll() {
        await("the brokers are one cluster")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    for (BrokerNode node : nodes) {
                        if (!node.alive()) {
                            throw new AssertionError("broker " + node.id() + " has ended" + node.tail());
                        }
                    }
                    return admin.describeCluster().nodes().get().size() == COUNT;
                });
    }

    /** The broker that leads a partition. */
    int leader(String topic, int partition) {
        return describe(List.of(topic))
                .iterator()
                .next()
                .partitions()
                .get(partition)
                .leader()
                .id();
    }

    private Collection<TopicDescription> describe(Collection<String> topics) {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of them are held until the last is found, so that no two are the same. */
    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports on " + BrokerNode.HOST, e);
        }
    }

    @Override
    public void close() {
        admin.close();
        nodes.forEach(BrokerNode::close);
    }
}
