/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

/** Replays, and what is asked of their runs, as a user does it. */
class ReplayCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BRIDGE =
            "Губернатор области Иван Петров открыл новый мост через реку Вятку. Строительство"
                    + " заняло четыре года и обошлось бюджету в 12 миллиардов рублей. «Мы построили этот мост за четыре года"
                    + " вместо пяти запланированных», — сказал Иван Петров.";

    @TempDir
    private Path temp;

    private String corpus = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeCorpus() throws IOException {
        List<String> lines = List.of(
                line("a", "2025-03-01T08:00:00Z", BRIDGE),
                line("b", "2025-03-01T09:00:00Z", BRIDGE + " Старую переправу закроют."),
                line("c", "2025-03-01T10:00:00Z", "Хоккейный клуб из Омска выиграл седьмой матч подряд."),
                "{\"id\":\"b\",\"observedAt\":\"2025-03-01T11:00:00Z\",\"retracted\":true}");
        corpus = Files.write(temp.resolve("corpus.jsonl"), lines).toString();
    }

    private static String line(String id, String observedAt, String text) {
        return "{\"id\":\"" + id + "\",\"observedAt\":\"" + observedAt + "\",\"source\":\"Outlet " + id
                + "\",\"text\":\"" + text + "\"}";
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int replay(String id, String... more) {
        String[] args = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "replay",
                    corpus,
                    "--run-id",
                    id,
                    "--runs",
                    temp.resolve("runs").toString()
                },
                0,
                args,
                0,
                6);
        System.arraycopy(more, 0, args, 6, more.length);
        return run(args);
    }

    private String runs() {
        return temp.resolve("runs").toString();
    }

    @Test
    void shouldAnswerAsOfATime() throws IOException {
        assertThat(replay("r")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("run r: 3 articles, 4 events, 0 refused, 0 dead letters");

        assertThat(storiesAsOf("2025-03-01T07:59:59Z")).isEmpty();
        assertThat(storiesAsOf("2025-03-01T08:00:00Z")).containsExactly(1);
        assertThat(storiesAsOf("2025-03-01T10:30:00Z")).containsExactly(2, 1);
        assertThat(storiesAsOf("2025-03-01T11:00:00Z")).containsExactly(1, 1);
    }

    /** Articles of each story. */
    private List<Integer> storiesAsOf(String time) throws IOException {
        assertThat(run("query", "stories", "--json", "--run-id", "r", "--runs", runs(), "--as-of", time))
                .as(err.toString())
                .isZero();
        List<Integer> articles = new ArrayList<>();
        JSON.readTree(out.toString())
                .path("items")
                .forEach(story -> articles.add(story.path("articles").asInt()));
        return articles;
    }

    @Test
    void shouldPrintTheChangesAsTheyBecameKnown() throws IOException {
        replay("r");
        assertThat(run("subscribe", "--run-id", "r", "--runs", runs(), "--table", "placements"))
                .as(err.toString())
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode copy = JSON.readTree(lines.get(1));
        assertThat(copy.path("knownAt").asText()).isEqualTo("2025-03-01T09:00:00Z");
        assertThat(copy.path("key").asText()).isEqualTo("b");
        assertThat(copy.path("row").path("copyOf").asText()).isEqualTo("a");
        JsonNode gone = JSON.readTree(lines.get(3));
        assertThat(gone.path("row").isNull()).isTrue();
    }

    @Test
    void shouldCompareRunsAndTellWhatTheDifferenceMeans() throws IOException {
        replay("one");
        replay("two", "--shuffle-seed", "7");
        replay("cut", "--to", "2025-03-01T11:00:00Z");

        assertThat(run("diff", "one", "two", "--runs", runs())).isZero();
        assertThat(out.toString()).contains("one and two are equal");

        assertThat(run("diff", "one", "cut", "--runs", runs())).isEqualTo(ExitCode.FAILED.status());
        assertThat(out.toString()).contains("articles gained: 1").contains("news.placements.v1 b");

        assertThat(run("diff", "one", "cut", "--runs", runs(), "--json")).isEqualTo(ExitCode.FAILED.status());
        JsonNode diff = JSON.readTree(out.toString());
        assertThat(diff.path("equal").asBoolean(true)).isFalse();
        assertThat(diff.path("tables")
                        .path("news.placements.v1")
                        .path("onlySecond")
                        .asInt())
                .isEqualTo(1);
        assertThat(diff.path("changes").path("articlesGained").asInt()).isEqualTo(1);
    }

    @Test
    void shouldVerifyARunAndTellWhatIsNotTheSame() throws IOException {
        replay("r");
        assertThat(run("replay", "verify", "r", "--runs", runs()))
                .as(out.toString())
                .isZero();

        Files.writeString(Path.of(corpus), Files.readString(Path.of(corpus)).replace("12 миллиардов", "13 миллиардов"));
        assertThat(run("replay", "verify", "r", "--runs", runs())).isEqualTo(ExitCode.FAILED.status());
        assertThat(out.toString())
                .contains("corpus.digest: ")
                .contains("tables.digest: ")
                .doesNotContain("configuration");
    }

    @Test
    void shouldRemoveARun() {
        replay("r");
        assertThat(run("replay", "rm", "r", "--runs", runs())).isZero();
        assertThat(run("replay", "rm", "r", "--runs", runs())).isEqualTo(ExitCode.USAGE.status());
        assertThat(replay("r")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay CORPUS|--run-id",
                "replay CORPUS --run-id a/b|cannot name a run",
                "replay CORPUS --run-id r --speed fast|--speed is no speed: 'fast'",
                "replay CORPUS --run-id r --speed -1x|--speed is no speed: '-1x'",
                "replay CORPUS --run-id r --from yesterday|--from is no time: 'yesterday'",
                "replay CORPUS --run-id r --set no.such=1|Unknown setting 'no.such'",
                "replay /no/such --run-id r|/no/such is neither a directory",
                "subscribe --run-id r|Run r is not there",
                "subscribe --run-id r --table none|There is no table none",
                "diff r s|Run r is not there"
            })
    void shouldSayWhatIsWrong(String command, String message) {
        String[] args =
                (command + " --runs " + runs()).replace("CORPUS", corpus).split(" ");
        assertThat(run(args)).as(out.toString()).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains(message);
        assertThat(temp.resolve("runs"))
                .satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(path)
                        .isEmptyDirectory());
    }

    @Test
    void shouldTellOfABrokenLineAndReplayTheOthers() throws IOException {
        Files.writeString(Path.of(corpus), Files.readString(Path.of(corpus)) + "{broken\n");
        assertThat(replay("r")).isZero();
        assertThat(err.toString()).contains("refused").contains(":5");
        assertThat(out.toString()).contains("3 articles, 4 events, 1 refused");
    }
}
