/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.time.Duration;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** A broker and a registry that others wrote, by the images that users pull. */
public final class Containers implements AutoCloseable {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final int REGISTRY_PORT = 8080;
    private static final String REGISTRY_PATH = "/apis/ccompat/v7";

    private final Network network = Network.newNetwork();
    private final KafkaContainer kafka = new KafkaContainer(KAFKA).withNetwork(network);

    @SuppressWarnings("resource") // closed with this object
    private final GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
            .withNetwork(network)
            .withExposedPorts(REGISTRY_PORT)
            // Its own default is to check nothing.
            .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "BACKWARD")
            .waitingFor(Wait.forHttp(REGISTRY_PATH + "/subjects")
                    .forPort(REGISTRY_PORT)
                    .withStartupTimeout(Duration.ofMinutes(3)));

    Containers() {
        registry.start();
        kafka.start();
    }

    /** Addresses of the broker. */
    public String bootstrap() {
        return kafka.getBootstrapServers();
    }

    /** Address of the registry's Confluent-compatible API. */
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + REGISTRY_PATH;
    }

    @Override
    public void close() {
        kafka.stop();
        registry.stop();
        network.close();
    }
}
