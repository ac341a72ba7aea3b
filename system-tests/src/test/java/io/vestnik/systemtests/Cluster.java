/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;

/**
 * A broker and a registry that applications can be run against: embedded in this process, or elsewhere. As an extension it
 * is there for the tests of a class.
 */
public final class Cluster implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private @Nullable Running running;

    private record Running(String bootstrap, String registryUrl, Runnable onClose) {}

    private Cluster(@Nullable Running running) {
        this.running = running;
    }

    /** An embedded one that starts before the tests of a class, in a directory of its own, and ends after them. */
    public static Cluster ofClass() {
        return new Cluster(null);
    }

    /** Starts a broker and a registry in this process, on loopback and free ports, with their data in a directory. */
    public static Cluster embedded(Path directory) {
        return new Cluster(start(directory));
    }

    /** A cluster that others run and end. */
    public static Cluster at(String bootstrap, String registryUrl) {
        return new Cluster(new Running(bootstrap, registryUrl, () -> {}));
    }

    private static Running start(Path directory) {
        EmbeddedBroker broker = EmbeddedBroker.start(directory);
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
            return new Running(broker.bootstrapServers(), registry.url(), () -> {
                registry.close();
                broker.close();
            });
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestDirectory directory = TestDirectory.create();
        Running started = start(directory.path().resolve("kafka"));
        running = new Running(started.bootstrap(), started.registryUrl(), () -> {
            started.onClose().run();
            directory.close();
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    public String bootstrap() {
        return running().bootstrap();
    }

    public String registryUrl() {
        return running().registryUrl();
    }

    /** Properties of clients. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("bootstrap.servers", bootstrap());
        settings.put("schema.registry.url", registryUrl());
        return settings;
    }

    @Override
    public void close() {
        if (running != null) {
            running.onClose().run();
            running = null;
        }
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the cluster does not run: a test registers it as an extension");
        }
        return running;
    }
}
