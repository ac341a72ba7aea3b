/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

import io.vestnik.systemtests.Newsroom;

/** Bytes on disk, of the broker by topic and of the application by store. */
final class Disk {
    private static final int NODE = 1;
    private static final String ROCKS_DB = "rocksdb";

    private Disk() {}

    /** Bytes of each topic of a run and of each changelog of its application, the names without what all begin with. */
    static SortedMap<String, Long> topics(Admin admin, Newsroom room) throws InterruptedException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try {
            Map<String, LogDirDescription> directories = Objects.requireNonNull(
                            admin.describeLogDirs(List.of(NODE)).descriptions().get(NODE), "the only broker")
                    .get();
            for (LogDirDescription directory : directories.values()) {
                directory.replicaInfos().forEach((partition, replica) -> {
                    for (String prefix : new String[] {room.topics().namespace(), room.applicationId() + "-"}) {
                        if (partition.topic().startsWith(prefix)) {
                            sizes.merge(partition.topic().substring(prefix.length()), replica.size(), Long::sum);
                        }
                    }
                });
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the sizes of its logs", e.getCause());
        }
        return sizes;
    }

    /** Bytes of each store in a directory of state. */
    static SortedMap<String, Long> stores(Path state) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (int i = 0; i + 1 < file.getNameCount(); i++) {
                    if (file.getName(i).toString().equals(ROCKS_DB)) {
                        sizes.merge(file.getName(i + 1).toString(), Files.size(file), Long::sum);
                    }
                }
            }
        }
        return sizes;
    }
}
