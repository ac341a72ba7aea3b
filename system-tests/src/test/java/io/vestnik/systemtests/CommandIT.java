/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as a user runs it: a process with arguments, output and an exit status. */
@Timeout(400)
class CommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    @TempDir
    Path dir;

    @Test
    void shouldTellTheSeedsAsJsonAndGiveOneDigestForTwoRunsOverOneDataDirectory() throws Exception {
        String data = dir.resolve("data").toString();
        String seeds = News.seeds().toString();

        VestnikProcess.Result first = VestnikProcess.run(dir, LIMIT, "demo", seeds, "--once", "--json", "--data", data);
        VestnikProcess.Result second =
                VestnikProcess.run(dir, LIMIT, "demo", seeds, "--once", "--json", "--data", data);

        assertThat(first.status()).as(first.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(first.out());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "articles",
                        "originals",
                        "copies",
                        "stories",
                        "themes",
                        "quotes",
                        "utterances",
                        "entities",
                        "deadLetters",
                        "digest");
        assertThat(json.get("articles").asInt()).isEqualTo(5);
        assertThat(json.get("originals").asInt()).isEqualTo(5);
        assertThat(json.get("copies").asInt()).isZero();
        assertThat(json.get("stories")).singleElement().satisfies(story -> {
            assertThat(story.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "title", "articles", "outlets");
            assertThat(story.get("articles").asInt()).isEqualTo(5);
        });
        assertThat(json.get("themes")).singleElement().satisfies(theme -> {
            assertThat(theme.get("theme").asText()).isEqualTo("society");
            assertThat(theme.get("articles").asInt()).isEqualTo(5);
        });
        assertThat(json.get("quotes").isInt()).isTrue();
        assertThat(json.get("utterances")).isNotEmpty().allSatisfy(utterance -> {
            assertThat(utterance.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "speaker", "members");
            assertThat(utterance.get("members")).isNotEmpty().allSatisfy(member -> assertThat(member.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "begin", "end", "quoteKind", "variant"));
        });
        assertThat(json.get("deadLetters").asInt()).isZero();
        assertThat(json.get("digest").asText()).matches("[0-9a-f]{64}");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(new ObjectMapper().readTree(second.out())).isEqualTo(json);
    }

    @Test
    void shouldTellWhatIsWrongWithBadFilesAndGoOnWithTheRest() throws Exception {
        Path news = Files.createDirectory(dir.resolve("news"));
        for (Path file : News.files(News.harbour())) {
            Files.copy(file, news.resolve(file.getFileName()));
        }
        Files.write(news.resolve("binary.txt"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
        Files.write(news.resolve("latin.txt"), "Причал закрыт.".getBytes(Charset.forName("windows-1251")));
        Files.write(news.resolve("empty.txt"), new byte[0]);
        Files.writeString(news.resolve("large.txt"), "Причал закрыт. ".repeat(200_000), StandardCharsets.UTF_8);
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        Files.writeString(news.resolve("tomorrow.txt"), "Причал\ndate " + tomorrow + "\n\nПричал открыт.\n");

        VestnikProcess.Result result = VestnikProcess.run(dir, LIMIT, "demo", news.toString(), "--once", "--json");

        assertThat(result.status()).as(result.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("articles").asInt()).isEqualTo(5);
        assertThat(json.get("copies").asInt()).isEqualTo(1);
        assertThat(json.get("deadLetters").asInt()).isEqualTo(5);
        for (String name : new String[] {"binary.txt", "latin.txt", "empty.txt", "large.txt", "tomorrow.txt"}) {
            assertThat(result.err().lines().filter(line -> line.contains(name)))
                    .as("what is said of " + name)
                    .hasSize(1);
        }
        assertThat(result.err()).contains("more than ten minutes ahead of the clock");
        assertNoStackTrace(result);
    }

    @Test
    void shouldRefuseADirectoryThatIsNotThereInOneLine() throws Exception {
        VestnikProcess.Result result =
                VestnikProcess.run(dir, LIMIT, "demo", dir.resolve("nowhere").toString(), "--once");

        assertThat(result.status()).isEqualTo(USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("nowhere is not a directory");
    }

    @Test
    void shouldTellThatAClusterDoesNotAnswer() throws Exception {
        VestnikProcess.Result result = VestnikProcess.run(dir, LIMIT, "topics", "diff", "--bootstrap", "127.0.0.1:1");

        assertThat(result.status()).as(result.err()).isEqualTo(UNAVAILABLE);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("The cluster does not answer");
        assertNoStackTrace(result);
    }

    private static void assertNoStackTrace(VestnikProcess.Result result) {
        assertThat(result.out() + result.err())
                .doesNotContainPattern("(?m)^\\s+at [\\w.$]+\\(")
                .doesNotContain("Exception in");
    }
}
