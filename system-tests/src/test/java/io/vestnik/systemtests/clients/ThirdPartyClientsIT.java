/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.clients;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.systemtests.Cluster;

/** Clients that nobody here wrote read what Vestnik writes, through the registry of the command. */
@Timeout(600)
class ThirdPartyClientsIT {
    @TempDir
    private Path data;

    @Test
    void shouldReadCoverageThroughTheEmbeddedRegistry() throws Exception {
        ForeignClients clients = ForeignClients.in(Files.createDirectory(data.resolve("clients")));
        try (Cluster cluster = Cluster.embedded(data.resolve("kafka"))) {
            ReadByOthers.check(cluster, data.resolve("streams"), clients);
        }
    }
}
