/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class WatchCommandTest {
    @RegisterExtension
    static final CommandsOnCluster vestnik = new CommandsOnCluster();

    @TempDir
    private static Path temp;

    private static int onCluster(String namespace, String... args) {
        return vestnik.onCluster(Stream.concat(Stream.of(args), Stream.of("--namespace", namespace))
                .toArray(String[]::new));
    }

    @Test
    void shouldDeclareListAndRemoveWatches() throws Exception {
        String namespace = "replay.watches.";
        assertThat(onCluster(namespace, "topics", "apply")).isZero();

        assertThat(onCluster(namespace, "watch", "list")).isZero();
        assertThat(vestnik.out()).isEqualToIgnoringNewLines("No watches.");
        assertThat(onCluster(namespace, "watch", "add", "fires", "пожар ИЛИ fire -учения"))
                .isZero();
        assertThat(vestnik.out()).isEqualToIgnoringNewLines("declared fires: пожар OR fire AND NOT учения");
        assertThat(onCluster(namespace, "watch", "add", "fires", "пожар OR (fire AND NOT учения)"))
                .isZero();
        assertThat(vestnik.out()).startsWith("fires is declared so already");
        assertThat(onCluster(namespace, "watch", "add", "сталь", "theme:economy сталь", "--spike-factor", "2.5"))
                .isZero();

        assertThat(onCluster(namespace, "watch", "list", "--json")).isZero();
        assertThat(vestnik.lines()).hasSize(2);
        assertThat(vestnik.out())
                .contains("{\"name\":\"fires\",\"expression\":\"пожар OR fire AND NOT учения\",\"declaredAt\":\"")
                .contains("\"spike\":{\"factorPercent\":250,\"minArticles\":5,\"hours\":24}");
        assertThat(ends(namespace)).as("every partition holds every watch").containsOnly(4L);

        assertThat(onCluster(namespace, "watch", "add", "сталь", "сталь", "--no-spikes"))
                .isZero();
        assertThat(vestnik.out()).startsWith("changed сталь");
        assertThat(onCluster(namespace, "watch", "rm", "fires")).isZero();
        assertThat(onCluster(namespace, "watch", "list")).isZero();
        assertThat(vestnik.lines().stream().skip(1)).singleElement().asString().contains("none   сталь");
        assertThat(onCluster(namespace, "watch", "rm", "fires")).isEqualTo(ExitCode.FAILED.status());
        assertThat(vestnik.err()).contains("There is no watch 'fires'");
    }

    /** Ends of the partitions; a transaction takes an offset for its marker. */
    private static List<Long> ends(String namespace) throws Exception {
        String topic = new Topics(namespace).watches.name();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", vestnik.bootstrap()))) {
            return Stream.of(0, 1, 2, 3)
                    .map(partition -> {
                        TopicPartition which = new TopicPartition(topic, partition);
                        ListOffsetsResult ends = admin.listOffsets(Map.of(which, OffsetSpec.latest()));
                        try {
                            return ends.partitionResult(which).get().offset();
                        } catch (ExecutionException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void shouldSayThatTheTopicIsMissing() {
        assertThat(onCluster("replay.nothing.", "watch", "list")).isEqualTo(ExitCode.FAILED.status());
        assertThat(vestnik.err())
                .contains("no topic replay.nothing.news.watches.v1")
                .contains("vestnik topics apply");
    }

    @Test
    void shouldRefuseWhatIsNoNameOrNoExpression() {
        assertThat(vestnik.run("watch", "add", "no name", "пожар")).isEqualTo(ExitCode.USAGE.status());
        assertThat(vestnik.err()).contains("letters, digits, - and _");
        assertThat(vestnik.run("watch", "add", "w", "пожар AND")).isEqualTo(ExitCode.USAGE.status());
        assertThat(vestnik.err()).contains("'пожар AND' is no expression; column 10: ");
        assertThat(vestnik.run("watch", "add", "w", "пожар", "--spike-factor", "0.5"))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(vestnik.err()).contains("--spike-factor must be 1 to");
        assertThat(vestnik.run("watch")).isEqualTo(ExitCode.USAGE.status());
    }

    @Test
    void shouldShowWhichArticlesAnExpressionIsForAndWhy() throws Exception {
        Path articles = temp.resolve("articles.jsonl");
        Files.writeString(articles, """
                {"id":"a","title":"Пожар","text":"В Казани горели склады.","source":"Вести","observedAt":"2026-01-01T00:00:00Z"}
                {"id":"b","title":"Погода","text":"В Казани снег.","source":"Вести","observedAt":"2026-01-01T01:00:00Z"}
                """, StandardCharsets.UTF_8);

        assertThat(vestnik.run("watch", "test", "склад OR пожар", "--jsonl", articles.toString()))
                .isZero();
        assertThat(vestnik.lines()).containsExactly("a  [пожар, склад]  Пожар", "1 of 2 articles");
        assertThat(vestnik.run("watch", "test", "outlet:вести -склад", "--json", "--jsonl", articles.toString()))
                .isZero();
        assertThat(vestnik.lines()).containsExactly("{\"id\":\"b\",\"title\":\"Погода\",\"found\":[\"outlet:вести\"]}");
    }
}
