/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.ReplayListener;
import io.vestnik.cli.replay.ReplayRequest;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.RunId;
import io.vestnik.consumer.history.Pace;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.StoryLink;

import static org.assertj.core.api.Assertions.assertThat;

/** What people correct with the command, over a real broker: in any order with the articles, taken back, and replayed. */
@Timeout(400)
class CorrectionsIT {
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final String WORDS = "К августу первые катера снова пойдут на остров";

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldCorrectAndTakeBackWhateverTheOrder() throws Exception {
        Map<String, String> before;
        Map<String, String> corrected;
        Quote quote;
        List<String> ids = new ArrayList<>();
        try (Newsroom room = new Newsroom(cluster, "after", 2)) {
            room.start(data.resolve("streams"));
            room.publish(News.batch(News.files(News.harbour())), ObservedAt.given(OBSERVED));
            before = room.settle().digests();
            quote = row(room, "3-report.txt").getQuotes().stream()
                    .filter(each -> each.getText().contains(WORDS))
                    .findFirst()
                    .orElseThrow();
            assertThat(quote.getSpeaker()).isNotEqualTo("Пётр Жаров");

            ids.add(run(
                    room,
                    "speaker",
                    "3-report.txt",
                    "--words",
                    "первые катера",
                    "--speaker",
                    "Пётр Жаров",
                    "--by",
                    "desk"));
            ids.add(run(room, "not-a-copy", "4-copy.txt", "2-report.txt", "--why", "rewritten"));
            ids.add(run(room, "same-story", "5-other.txt", "2-report.txt"));
            ids.add(run(room, "other-story", "3-report.txt", "1-transcript.txt"));
            corrected = room.settle().digests();

            check(room, ids);
            String list = run(room, "list", "--json");
            assertThat(list.lines()).hasSize(4).allMatch(line -> line.contains("\"state\":\"STANDS\""));
            assertThat(list).contains("\"by\":\"desk\"", "\"why\":\"rewritten\"");
            Files.writeString(data.resolve("corrections.jsonl"), list + "\n");
        }
        Map<String, String> other;
        try (Newsroom room = new Newsroom(cluster, "before", 3)) {
            // What is corrected has not come yet, and the last that was said comes first.
            assertThat(run(room, "other-story", "1-transcript.txt", "3-report.txt"))
                    .isEqualTo(ids.get(3));
            assertThat(run(room, "same-story", "2-report.txt", "5-other.txt")).isEqualTo(ids.get(2));
            room.start(data.resolve("streams"));
            room.publish(News.batch(News.files(News.harbour())), ObservedAt.given(OBSERVED));
            assertThat(run(room, "not-a-copy", "2-report.txt", "4-copy.txt")).isEqualTo(ids.get(1));
            assertThat(run(
                            room,
                            "speaker",
                            "3-report.txt",
                            "--quote",
                            quote.getBegin() + "-" + quote.getEnd(),
                            "--words",
                            quote.getText(),
                            "--speaker",
                            "Пётр Жаров"))
                    .isEqualTo(ids.get(0));
            other = room.settle().digests();

            replay("topic", ReplayRequest.of("topic:" + room.topics().articles.name()), other);

            for (String id : ids) {
                assertThat(run(room, "retract", id)).isEqualTo(id + " is taken back");
            }
            assertThat(room.settle().digests()).isEqualTo(before);
            assertThat(run(room, "retract", ids.get(0))).contains("was taken back already");
            assertThat(run(room, "list").lines().skip(1)).hasSize(4).allMatch(line -> line.contains("RETRACTED"));
        }
        assertThat(other).isEqualTo(corrected).isNotEqualTo(before);
    }

    private static void check(Newsroom room, List<String> ids) throws InterruptedException {
        Quote quote = row(room, "3-report.txt").getQuotes().stream()
                .filter(each -> each.getText().contains(WORDS))
                .findFirst()
                .orElseThrow();
        assertThat(quote.getSpeaker()).isEqualTo("Пётр Жаров");
        assertThat(quote.getEvidence()).isEqualTo("correction:" + ids.get(0));
        assertThat(quote.getSpeakerEntity()).isNotNull();
        Map<String, Placement> placements = room.tables().rows(room.topics().placements, cluster.settings());
        assertThat(placements.get("4-copy.txt").getCopyOf()).isNull();
        assertThat(placements.get("5-other.txt").getStory())
                .isEqualTo(placements.get("2-report.txt").getStory());
        assertThat(placements.get("5-other.txt").getStoryLinks())
                .extracting(StoryLink::getCorrection)
                .contains(ids.get(2));
        assertThat(placements.get("3-report.txt").getStory())
                .isNotEqualTo(placements.get("1-transcript.txt").getStory());
        assertThat(placements.get("3-report.txt").getCorrections())
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.getCorrection()).isEqualTo(ids.get(3));
                    assertThat(pair.getKind()).isEqualTo("OTHER_STORY");
                    assertThat(pair.getArticleId()).isEqualTo("1-transcript.txt");
                });
    }

    private static void replay(String id, ReplayRequest request, Map<String, String> expected) throws Exception {
        RunDirectory directory = new RunDirectory(data.resolve("runs"), RunId.of(id));
        Manifest manifest = new Replay(
                        request,
                        directory,
                        cluster.settings(),
                        Pace.UNLIMITED,
                        ReplayListener.NONE,
                        new PublishListener() {})
                .run();
        assertThat(manifest).isNotNull();
        assertThat(manifest.corpus().corrections()).isNotNull();
        assertThat(manifest.deadLetters()).isZero();
        Map<String, String> all = new TreeMap<>(manifest.tables().digests());
        all.put("(total)", manifest.tables().digest());
        assertThat(all).isEqualTo(expected);
    }

    private static Analysis row(Newsroom room, String articleId) throws InterruptedException {
        Map<String, Analysis> rows = room.tables().rows(room.topics().analyses, cluster.settings());
        Analysis row = rows.get(articleId);
        if (row == null) {
            throw new AssertionError("no analysis of " + articleId);
        }
        return row;
    }

    /** Runs the command; what it printed. */
    private static String run(Newsroom room, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                VestnikCli.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Stream.of(
                        Stream.of("correct"),
                        Stream.of(arguments),
                        Stream.of(
                                "--bootstrap",
                                cluster.bootstrap(),
                                "--registry",
                                cluster.registryUrl(),
                                "--namespace",
                                room.topics().namespace()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        assertThat(command.execute(all)).as(err.toString()).isZero();
        return out.toString().strip();
    }
}
