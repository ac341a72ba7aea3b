/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;

/** A broker and a registry that applications can be run against: embedded in this process, or elsewhere. */
public final class Cluster implements AutoCloseable {
    private final String bootstrap;
    private final String registryUrl;
    private final Runnable onClose;

    private Cluster(String bootstrap, String registryUrl, Runnable onClose) {
        this.bootstrap = bootstrap;
        this.registryUrl = registryUrl;
        this.onClose = onClose;
    }

    /** Starts a broker and a registry in this process, on loopback and free ports, with their data in a directory. */
    public static Cluster embedded(Path directory) {
        EmbeddedBroker broker = EmbeddedBroker.start(directory);
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
            return new Cluster(broker.bootstrapServers(), registry.url(), () -> {
                registry.close();
                broker.close();
            });
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** A cluster that others run and end. */
    public static Cluster at(String bootstrap, String registryUrl) {
        return new Cluster(bootstrap, registryUrl, () -> {});
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String registryUrl() {
        return registryUrl;
    }

    /** Properties of clients. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("schema.registry.url", registryUrl);
        return settings;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
