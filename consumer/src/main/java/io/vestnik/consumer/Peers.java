/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.streams.KafkaStreams;

import io.vestnik.consumer.metrics.Instances;
import io.vestnik.consumer.metrics.StatusEndpoints;
import io.vestnik.consumer.query.HttpPeerClient;

/**
 * The instances of an application as Kafka Streams knows them: those that hold partitions or standbys of them.
 *
 * @param self where this one answers
 * @param client asks the others
 */
record Peers(KafkaStreams streams, HostPort self, HttpPeerClient client) implements Instances {
    /** The other instances. @throws IllegalStateException when the application does not run */
    Collection<HostPort> all() {
        return streams.metadataForAllStreamsClients().stream()
                .map(client -> new HostPort(client.host(), client.port()))
                .filter(peer -> !peer.equals(self))
                .distinct()
                .toList();
    }

    @Override
    public Collection<HostPort> others() {
        return streams.state().isRunningOrRebalancing() ? all() : List.of();
    }

    @Override
    public CompletableFuture<JsonNode> status(HostPort other) {
        return client.askAsync(other, StatusEndpoints.OWN_PATH);
    }
}
