/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterCommandsTest {
    @TempDir
    private static Path temp;

    @RegisterExtension
    static final CommandsOnCluster vestnik = new CommandsOnCluster();

    @Test
    void shouldMakeTheTopicsOfTheCatalogueOnce() {
        Topics topics = new Topics("replay.apply.");

        assertThat(vestnik.onCluster("topics", "diff", "--namespace", topics.namespace()))
                .isEqualTo(ExitCode.FAILED.status());
        assertThat(vestnik.lines()).hasSameSizeAs(topics.all()).contains("replay.apply.news.articles.v1: missing");

        assertThat(vestnik.onCluster("topics", "apply", "--namespace", topics.namespace()))
                .isZero();
        assertThat(vestnik.lines()).hasSameSizeAs(topics.all()).contains("created replay.apply.news.articles.v1");

        assertThat(vestnik.onCluster("topics", "apply", "--namespace", topics.namespace(), "--json"))
                .isZero();
        assertThat(vestnik.lines()).containsExactly("[]");
        assertThat(vestnik.onCluster("topics", "diff", "--namespace", topics.namespace()))
                .isZero();
        assertThat(vestnik.lines()).containsExactly("The cluster is as the catalogue says.");
    }

    @Test
    void shouldShowTopicsWithOtherPartitions() {
        assertThat(vestnik.onCluster("topics", "apply", "--namespace", "replay.parts.", "--partitions", "2"))
                .isZero();

        assertThat(vestnik.onCluster("topics", "diff", "--namespace", "replay.parts."))
                .isEqualTo(ExitCode.FAILED.status());
        assertThat(vestnik.lines()).contains("replay.parts.news.articles.v1: partitions 2, catalogue 4");
    }

    @Test
    void shouldReplayATopicOverTheClusterThatHasIt() throws Exception {
        Path lines = temp.resolve("lines.jsonl");
        Files.writeString(
                lines,
                "{\"id\":\"a\",\"observedAt\":\"2025-03-01T08:00:00Z\",\"text\":\"В Кирове открыли новый мост.\"}\n",
                StandardCharsets.UTF_8);
        String runs = temp.resolve("runs").toString();
        String topic = new Topics("replay.source.").articles.name();
        assertThat(vestnik.onCluster("topics", "apply", "--namespace", "replay.source."))
                .isZero();
        assertThat(vestnik.onCluster("produce", "--namespace", "replay.source.", "--jsonl", lines.toString()))
                .isZero();

        assertThat(vestnik.onCluster(
                        "replay", "topic:" + topic, "--run-id", "r1", "--engine", "cluster", "--runs", runs))
                .as(vestnik.err())
                .isZero();
        assertThat(vestnik.lines())
                .anySatisfy(line -> assertThat(line).startsWith("run r1: 1 articles, 1 events, 0 refused"));
        assertThat(vestnik.onCluster("replay", "verify", "r1", "--runs", runs)).isZero();
        assertThat(vestnik.lines().get(vestnik.lines().size() - 1)).startsWith("run r1 is the same: ");

        int status = vestnik.run("replay", "verify", "r1", "--runs", runs);
        assertThat(status).isEqualTo(ExitCode.USAGE.status());
        assertThat(vestnik.err()).contains("The corpus is a topic: name the cluster");
    }

    @Test
    void shouldTakeAddressesFromAFileAndSayWhenNobodyAnswers() throws Exception {
        Path config = temp.resolve("vestnik.properties");
        Files.writeString(
                config,
                "bootstrap.servers=127.0.0.1:1\nrequest.timeout.ms=300\ndefault.api.timeout.ms=300\n",
                StandardCharsets.UTF_8);

        int status = vestnik.run("topics", "diff", "--config", config.toString());
        assertThat(status).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(vestnik.err()).contains("The cluster does not answer").doesNotContain("\tat ");

        // The option goes before the file.
        assertThat(vestnik.onCluster("topics", "diff", "--config", config.toString()))
                .isEqualTo(ExitCode.FAILED.status());
    }

    @Test
    void shouldRefuseATakenDataDirectoryAndPort() {
        String data = vestnik.dataOfTheBroker().toString();

        int status = vestnik.run("broker", "--data", data);

        assertThat(status).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(vestnik.err()).contains("is in use by another broker");
    }
}
