/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.metadata.properties.MetaProperties;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/** What Kafka itself wrote about a log directory when it was formatted. */
final class KafkaMeta {
    private KafkaMeta() {}

    /** @throws CommandFailure when the directory was formatted for another cluster or node, or cannot be read */
    static void check(Path logDirectory, String clusterId) {
        Path file = logDirectory.resolve("meta.properties");
        MetaProperties meta;
        try (InputStream in = Files.newInputStream(file)) {
            Properties properties = new Properties();
            properties.load(in);
            meta = new MetaProperties.Builder(properties).build();
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Cannot read " + file + ": " + e.getMessage()
                            + ". Restore it or use another directory with --data.",
                    e);
        }
        if (!meta.clusterId().equals(Optional.of(clusterId))
                || meta.nodeId().orElse(-1) != BrokerConfiguration.NODE_ID) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    file + " belongs to another broker (cluster "
                            + meta.clusterId().orElse("?") + ", node "
                            + (meta.nodeId().isPresent() ? meta.nodeId().getAsInt() : "?") + "; expected cluster "
                            + clusterId + ", node " + BrokerConfiguration.NODE_ID
                            + "). Use another directory with --data.");
        }
    }
}
