/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.schemas.Topics;

/**
 * Where the cluster and the registry are. An option goes before the file of {@code --config}, the file before the
 * default.
 */
public final class Addresses {
    static final String BOOTSTRAP = "bootstrap.servers";
    static final String REGISTRY = "schema.registry.url";
    static final String NAMESPACE = "vestnik.namespace";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The Kafka cluster. Default: " + BOOTSTRAP + " of --config, else localhost:9092.")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry. Default: " + REGISTRY + " of --config, else http://localhost:8081.")
    private @Nullable String registry;

    @Option(
            names = "--namespace",
            paramLabel = "PREFIX",
            description = "In front of each topic's name. Default: " + NAMESPACE
                    + " of --config, else none: the live topics.")
    private @Nullable String namespace;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with further settings of Kafka's clients, of the serde and of Vestnik.")
    private @Nullable Path config;

    /**
     * All settings: those of the file, with the options over them. Has {@code bootstrap.servers} and
     * {@code schema.registry.url} in any case.
     *
     * @throws ParameterException when the file cannot be read
     */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put(BOOTSTRAP, "localhost:9092");
        settings.put(REGISTRY, "http://localhost:8081");
        settings.put(NAMESPACE, "");
        Properties file = file();
        file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        put(settings, BOOTSTRAP, bootstrap);
        put(settings, REGISTRY, registry);
        put(settings, NAMESPACE, namespace);
        return settings;
    }

    /** The topics of the namespace. @throws ParameterException when it is no namespace */
    public Topics topics() {
        try {
            return new Topics(String.valueOf(settings().get(NAMESPACE)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A client that gives up soon: who types a command waits for the answer. */
    Admin admin() {
        return Admin.create(impatient(settings()));
    }

    /** Fails soon when the cluster does not answer. */
    void probe() {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The settings with short limits for a cluster that does not answer. Those of the file win. */
    static Map<String, Object> impatient(Map<String, Object> settings) {
        Map<String, Object> impatient = new TreeMap<>(settings);
        impatient.putIfAbsent("request.timeout.ms", "5000");
        impatient.putIfAbsent("default.api.timeout.ms", "10000");
        impatient.putIfAbsent("socket.connection.setup.timeout.ms", "5000");
        return impatient;
    }

    private Properties file() {
        Properties properties = new Properties();
        if (config != null) {
            try (Reader reader = Files.newBufferedReader(config, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "The file of --config, " + config + ", cannot be read: "
                                + (Files.exists(config) ? e.getMessage() : "it does not exist"),
                        e);
            }
        }
        return properties;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
