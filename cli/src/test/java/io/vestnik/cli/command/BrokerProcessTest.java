/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code vestnik broker} as a process that is killed, stopped and started again. */
class BrokerProcessTest {
    @TempDir
    private Path temp;

    private final List<Process> started = new ArrayList<>();

    /** A broker that has printed its addresses. */
    private record Running(Process process, JsonNode addresses) {
        String text(String name) {
            return addresses.path(name).textValue();
        }

        void end(boolean forcibly) throws InterruptedException {
            if (forcibly) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        long produce() throws Exception {
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", text("bootstrap"), "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer())) {
                return producer.send(new ProducerRecord<>("notes", "k", "v"))
                        .get()
                        .offset();
            }
        }
    }

    private Running start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // Not that of the tests, which is on the class path too.
                "-Dlogback.configurationFile=logback.xml"));
        if (Runtime.version().feature() >= 24) {
            // As the launcher does: Kafka's own use of what newer Java warns of is not ours to hear about.
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                VestnikCli.class.getName(),
                "broker",
                "--data",
                temp.resolve("data").toString(),
                "--port",
                "0",
                "--registry-port",
                "0",
                "--log-file",
                temp.resolve("run.log").toString(),
                "--json"));
        Process process = new ProcessBuilder(command)
                .redirectError(temp.resolve("err.txt").toFile())
                .start();
        started.add(process);
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        assertThat(line).as(this::errors).isNotNull();
        return new Running(process, new ObjectMapper().readTree(line));
    }

    private String errors() {
        try {
            return Files.readString(temp.resolve("err.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void shouldKeepTopicsAndAnswerSoonAfterAKillAndEndCleanlyOnSigterm() throws Exception {
        Running first = start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.text("bootstrap")))) {
            admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1)))
                    .all()
                    .get();
        }
        assertThat(first.produce()).isZero();
        first.end(true);
        assertThat(temp.resolve("data/lock")).isNotEmptyFile();

        Running second = start();
        assertThat(second.text("clusterId")).isEqualTo(first.text("clusterId"));
        assertThat(second.produce()).isEqualTo(1);
        second.end(false);
        // To be stopped is its end, not a failure.
        assertThat(second.process().exitValue()).isZero();
        assertThat(temp.resolve("data/lock")).isEmptyFile();
        assertThat(errors()).isEmpty();
    }
}
