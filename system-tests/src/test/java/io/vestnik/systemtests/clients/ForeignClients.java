/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.opentest4j.TestAbortedException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * kcat, and kafkajs with its client of Confluent's registry. Where they are not to be had the test is left out, with the
 * reason; where the environment variable VESTNIK_CLIENTS is true that is a failure.
 */
final class ForeignClients {
    private static final Path SCRIPTS = Path.of("src", "test", "clients");
    private static final int LIMIT_MINUTES = 3;

    private final Path directory;
    private final ObjectMapper mapper = new ObjectMapper();

    private ForeignClients(Path directory) {
        this.directory = directory;
    }

    /**
     * Brings the clients into a directory.
     *
     * @throws TestAbortedException when they cannot be had
     */
    static ForeignClients in(Path directory) throws IOException, InterruptedException {
        need("kcat", "-V");
        need("npm", "--version");
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        ForeignClients clients = new ForeignClients(directory);
        try {
            clients.run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        } catch (AssertionError e) {
            leaveOut("npm cannot have the packages: " + e.getMessage());
        }
        return clients;
    }

    private static void need(String... command) throws InterruptedException {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            leaveOut(command[0] + " is not installed: " + e.getMessage());
        }
    }

    private static void leaveOut(String reason) {
        if ("true".equals(System.getenv("VESTNIK_CLIENTS"))) {
            throw new AssertionError("VESTNIK_CLIENTS is true, but " + reason);
        }
        throw new TestAbortedException(reason);
    }

    /** The first five bytes of the value of each key's last record, as kcat unpacks them: a byte and a big-endian int. */
    Map<String, String> framesByKcat(String bootstrap, String topic) throws IOException, InterruptedException {
        // Its own blank would not show where the byte ends and the number begins.
        Map<String, String> frames = new TreeMap<>();
        for (String line : run(List.of(
                "kcat",
                "-q",
                "-C",
                "-b",
                bootstrap,
                "-t",
                topic,
                "-o",
                "beginning",
                "-e",
                "-s",
                "value=>B i",
                "-f",
                "%k\t%s\n"))) {
            String[] parts = line.split("\t", -1);
            frames.put(parts[0], parts[1]);
        }
        return frames;
    }

    /** The last value of each key, decoded by kafkajs through a registry; null for a tombstone. */
    Map<String, JsonNode> rowsByKafkajs(String bootstrap, String registry, String topic)
            throws IOException, InterruptedException {
        Map<String, JsonNode> rows = new TreeMap<>();
        for (String line : run(List.of("node", "read.mjs", bootstrap, registry, topic))) {
            JsonNode record = mapper.readTree(line);
            rows.put(record.get("key").asText(), record.get("value"));
        }
        return rows;
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends in time", command)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s: %s", command, Files.readString(err, UTF_8))
                .isZero();
        return new ArrayList<>(Files.readAllLines(out, UTF_8));
    }
}
