/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.clients;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.Containers;
import io.vestnik.systemtests.SharedContainers;

/** Neither the clients, nor the broker, nor the registry is ours: only what is read. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(SharedContainers.class)
@Timeout(600)
class ThirdPartyClientsContainerIT {
    @TempDir
    private Path data;

    @Test
    void shouldReadCoverageThroughApicurio(Containers containers) throws Exception {
        ForeignClients clients = ForeignClients.in(Files.createDirectory(data.resolve("clients")));
        ReadByOthers.check(
                Cluster.at(containers.bootstrap(), containers.registryUrl()), data.resolve("streams"), clients);
    }
}
