/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.stream.Stream;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/**
 * The directory that an embedded broker lives in. It belongs to one process at a time and to one cluster for ever.
 *
 * <pre>
 * DIR/lock                 held by the process that uses the directory; holds its process id
 * DIR/vestnik.properties   layout version, cluster id, the newest Kafka that wrote here
 * DIR/broker/              Kafka's own log directory
 * </pre>
 */
final class BrokerDirectory implements AutoCloseable {
    private static final String LAYOUT = "1";
    private static final String LAYOUT_KEY = "layout.version";
    private static final String CLUSTER_KEY = "cluster.id";
    private static final String KAFKA_KEY = "kafka.version";

    private final Path logDirectory;
    private final String clusterId;
    private final FileChannel lockFile;

    private BrokerDirectory(Path logDirectory, String clusterId, FileChannel lockFile) {
        this.logDirectory = logDirectory;
        this.clusterId = clusterId;
        this.lockFile = lockFile;
    }

    /**
     * Opens the directory, creating it where it is missing or empty.
     *
     * @throws CommandFailure when it is in use, is no directory of an embedded broker, is damaged, or was written by a
     *     newer Vestnik
     */
    static BrokerDirectory open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel lockFile = lock(directory);
            try {
                String clusterId = clusterIdOf(directory);
                Path logs = directory.resolve("broker");
                Files.createDirectories(logs);
                return new BrokerDirectory(logs, clusterId, lockFile);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "Cannot use " + directory + " as the data directory: " + reason(directory, e)
                            + ". Name one that can be written.",
                    e);
        }
    }

    /** Kafka's log directory. */
    Path logDirectory() {
        return logDirectory;
    }

    /** Id of the cluster, chosen when the directory was first used. */
    String clusterId() {
        return clusterId;
    }

    /** Lets another process use the directory. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Cannot release the lock in " + logDirectory.getParent() + ": " + e.getMessage(),
                    e);
        }
    }

    private static String reason(Path directory, IOException e) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            return "it is not a directory";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                ByteBuffer holder = ByteBuffer.allocate(32);
                channel.read(holder, 0);
                String pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
                throw new CommandFailure(
                        ExitCode.UNAVAILABLE,
                        "The data directory " + directory + " is in use by another broker"
                                + (pid.isEmpty() ? "" : " (process " + pid + ")")
                                + ". Stop that one, or choose another directory with --data.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String clusterIdOf(Path directory) throws IOException {
        Path marker = directory.resolve("vestnik.properties");
        if (!Files.exists(marker)) {
            try (Stream<Path> content = Files.list(directory)) {
                if (content.anyMatch(file -> !file.getFileName().toString().equals("lock"))) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            directory + " holds other files and is not a data directory of Vestnik."
                                    + " Name an empty or a new directory with --data.");
                }
            }
            // The marker comes before the format: a process killed in between leaves a directory that is usable.
            return write(marker, Uuid.randomUuid().toString());
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(marker)) {
            properties.load(in);
        }
        String clusterId = properties.getProperty(CLUSTER_KEY, "");
        String layout = properties.getProperty(LAYOUT_KEY, "");
        String kafka = properties.getProperty(KAFKA_KEY, "");
        String ours = AppInfoParser.getVersion();
        if (!layout.equals(LAYOUT) || compareVersions(kafka, ours) > 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    directory + " was written by another version of Vestnik (layout '" + layout + "', Kafka '" + kafka
                            + "'; this one has layout " + LAYOUT + ", Kafka " + ours
                            + "). Use that version, or another directory with --data.");
        }
        if (clusterId.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    marker + " names no " + CLUSTER_KEY + ": the directory is damaged. Use another one.");
        }
        return kafka.equals(ours) ? clusterId : write(marker, clusterId);
    }

    private static String write(Path marker, String clusterId) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(LAYOUT_KEY, LAYOUT);
        properties.setProperty(CLUSTER_KEY, clusterId);
        properties.setProperty(KAFKA_KEY, AppInfoParser.getVersion());
        Path draft = marker.resolveSibling("vestnik.properties.tmp");
        try (OutputStream out = Files.newOutputStream(draft)) {
            properties.store(out, "Data directory of Vestnik's embedded broker");
        }
        Files.move(draft, marker, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return clusterId;
    }

    /** Compares dotted numbers; what is no number counts as newer than anything, as nothing is known about it. */
    static int compareVersions(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int order = Integer.compare(number(a, i), number(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int index) {
        if (index >= parts.length) {
            return 0;
        }
        try {
            return Integer.parseInt(parts[index]);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
