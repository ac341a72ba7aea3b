/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Summary;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishReport;
import io.vestnik.schemas.avro.Coverage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the seed articles give together, and that neither their order nor what was taken back can be seen in it. */
@Timeout(300)
class DemoIT {
    private static final Instant OBSERVED = Instant.parse("2026-02-05T00:00:00Z");

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static Map<String, String> expected;
    private static Summary summary;

    @BeforeAll
    static void publishTheSeeds() throws Exception {
        try (Newsroom room = room("seeds", 2)) {
            room.publish(News.batch(List.of(News.seeds())));
            expected = room.settle().digests();
            summary = room.summary();
        }
    }

    @Test
    void shouldFindFiveOriginalsAndOneStory() {
        assertThat(summary.articles()).isEqualTo(5);
        assertThat(summary.originals()).isEqualTo(5);
        assertThat(summary.copies()).isZero();
        assertThat(summary.stories()).singleElement().returns(5, Coverage::getArticles);
        assertThat(summary.utterances()).isNotEmpty();
        assertThat(summary.deadLetters()).isZero();
        assertThat(expected.keySet())
                .as("tables with rows")
                .contains(
                        "news.analyses.v1",
                        "news.placements.v1",
                        "news.coverage.v1",
                        "news.coverage-members.v1",
                        "news.utterances.v1",
                        "news.utterance-members.v1",
                        "news.entities.v1");
    }

    @Test
    void shouldGiveOneDigestForAnyOrderOfTheFiles() throws Exception {
        List<Path> reversed = new ArrayList<>(News.files(News.seeds()));
        Collections.reverse(reversed);
        List<Path> rotated = new ArrayList<>(News.files(News.seeds()));
        Collections.rotate(rotated, 2);

        try (Newsroom room = room("reversed", 1)) {
            room.publish(News.batch(reversed));
            assertThat(room.settle().digests()).isEqualTo(expected);
        }
        try (Newsroom room = room("rotated", 3)) {
            room.publish(News.batch(rotated));
            assertThat(room.settle().digests()).isEqualTo(expected);
        }
    }

    @Test
    void shouldGiveOneDigestWhenFilesArriveOneByOne() throws Exception {
        List<Path> files = News.files(News.seeds());
        List<Path> reversed = new ArrayList<>(files);
        Collections.reverse(reversed);

        try (Newsroom forth = room("forth", 2);
                Newsroom back = room("back", 2)) {
            for (int i = 0; i < files.size(); i++) {
                forth.publish(News.batch(files.subList(i, i + 1)), ObservedAt.given(OBSERVED));
                back.publish(News.batch(reversed.subList(i, i + 1)), ObservedAt.given(OBSERVED));
            }
            assertThat(back.settle().digests()).isEqualTo(forth.settle().digests());
            assertThat(back.summary().articles()).isEqualTo(5);
        }
    }

    @Test
    void shouldChangeNothingWhenTheSameFilesArePublishedAgain() throws Exception {
        try (Newsroom room = room("twice", 2)) {
            room.publish(News.batch(List.of(News.seeds())));
            room.settle();
            long written = room.tables().count(room.topics().coverage);

            PublishReport again = room.publish(News.batch(List.of(News.seeds())));

            assertThat(again.unchanged()).isEqualTo(5);
            assertThat(room.settle().digests()).isEqualTo(expected);
            assertThat(room.tables().count(room.topics().coverage)).isEqualTo(written);
        }
    }

    @Test
    void shouldTakeARetractedArticleBackAsIfItHadNeverBeenSeen() throws Exception {
        // Times are given: an assumed one would be another without the article that claims the latest.
        List<Path> files = News.files(News.seeds());
        Path retracted = files.get(3);
        List<Path> others =
                files.stream().filter(file -> !file.equals(retracted)).toList();

        try (Newsroom without = room("without", 2);
                Newsroom with = room("with", 2)) {
            without.publish(News.batch(others), ObservedAt.given(OBSERVED));
            with.publish(News.batch(files), ObservedAt.given(OBSERVED));
            Summary before = with.settle().summary();

            with.retract(retracted.getFileName().toString());

            assertThat(with.settle().digests()).isEqualTo(without.settle().digests());
            Summary after = with.summary();
            assertThat(after.articles()).isEqualTo(4);
            assertThat(after.quotes()).isLessThan(before.quotes());
            assertThat(after.stories().get(0).getArticles())
                    .isLessThan(before.stories().get(0).getArticles());
            assertThat(after.stories().get(0).getQuotes())
                    .isLessThan(before.stories().get(0).getQuotes());
            assertThat(mentions(after)).isLessThan(mentions(before));
        }
    }

    @Test
    void shouldReturnToTheDigestOfAVersionThatComesBack() throws Exception {
        Path folder = Files.createDirectory(data.resolve("versions"));
        List<Path> files = News.files(News.seeds());
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path changing = folder.resolve(files.get(1).getFileName());
        String first = Files.readString(changing, StandardCharsets.UTF_8);
        // Half of the text goes: with it quotes, names and relations to the other articles.
        String second = first.substring(0, first.length() / 2);

        try (Newsroom room = room("versions", 2)) {
            room.publish(News.batch(List.of(folder)));
            Files.writeString(changing, second, StandardCharsets.UTF_8);
            PublishReport changed = room.publish(News.batch(List.of(folder)));
            Map<String, String> between = room.settle().digests();
            Files.writeString(changing, first, StandardCharsets.UTF_8);
            PublishReport reverted = room.publish(News.batch(List.of(folder)));

            assertThat(changed.newVersions()).isEqualTo(1);
            assertThat(between).isNotEqualTo(expected);
            assertThat(reverted.newVersions()).isEqualTo(1);
            assertThat(room.settle().digests()).isEqualTo(expected);
        }
    }

    private static Newsroom room(String name, int partitions) throws InterruptedException {
        return new Newsroom(cluster, name, partitions).start(data.resolve("streams"));
    }

    private static long mentions(Summary summary) {
        return summary.entities().stream()
                .mapToLong(entity -> entity.getMentions())
                .sum();
    }
}
