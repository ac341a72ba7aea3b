/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Summary;
import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CopyKind;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the pipeline finds in articles written for this test, and that it finds the same in any order of arrival: so
 * nothing is wired to the seeds.
 */
@Timeout(300)
class OrderIT {
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final String SPEAKER = "Анна Белозёрова";

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static Map<String, String> expected;
    private static Summary summary;
    private static Map<String, Placement> placements;
    private static Map<String, Analysis> analyses;

    @BeforeAll
    static void publishInTheOrderOfNames() throws Exception {
        try (Newsroom room = room("harbour", 2)) {
            room.publish(News.batch(News.files(News.harbour())), ObservedAt.given(OBSERVED));
            expected = room.settle().digests();
            summary = room.summary();
            placements = room.tables().rows(room.topics().placements, cluster.settings());
            analyses = room.tables().rows(room.topics().analyses, cluster.settings());
        }
    }

    @Test
    void shouldTellCopiesFromOriginals() {
        assertThat(summary.articles()).isEqualTo(5);
        assertThat(summary.copies()).isEqualTo(1);
        assertThat(placements.get("4-copy.txt"))
                .returns("2-report.txt", Placement::getCopyOf)
                .returns(CopyKind.NEAR, Placement::getCopyKind);
        assertThat(placements.values().stream()
                        .filter(placement -> placement.getCopyOf() == null)
                        .map(Placement::getArticleId))
                .containsExactlyInAnyOrder("1-transcript.txt", "2-report.txt", "3-report.txt", "5-other.txt");
    }

    @Test
    void shouldPutTheReportsOfOneEventIntoOneStoryAndTheOtherIntoItsOwn() {
        assertThat(summary.stories()).extracting(Coverage::getArticles).containsExactly(4, 1);
        String story = placements.get("1-transcript.txt").getStory();
        assertThat(List.of("2-report.txt", "3-report.txt", "4-copy.txt"))
                .allSatisfy(id -> assertThat(placements.get(id).getStory()).isEqualTo(story));
        assertThat(placements.get("5-other.txt").getStory()).isNotEqualTo(story);
        assertThat(summary.stories().get(0)).returns(3, Coverage::getOriginals).returns(1, Coverage::getCopies);
    }

    @Test
    void shouldFindQuotesWithTheirSpeakers() {
        assertThat(analyses.get("1-transcript.txt").getQuotes())
                .extracting(Quote::getKind)
                .containsExactly(QuoteKind.TURN, QuoteKind.TURN, QuoteKind.TURN);
        assertThat(analyses.get("3-report.txt").getQuotes())
                .extracting(Quote::getKind, Quote::getSpeaker)
                .containsExactly(tuple(QuoteKind.DIRECT, SPEAKER), tuple(QuoteKind.DIRECT, "Пётр Жаров"));
        assertThat(analyses.get("5-other.txt").getQuotes())
                .extracting(Quote::getSpeaker)
                .containsExactly("Степан Кораблёв");
    }

    @Test
    void shouldFindOneStatementInTheTranscriptInBothReportsAndInTheCopy() {
        assertThat(summary.utterances()).extracting(Utterance::getSpeaker).containsExactly(SPEAKER, SPEAKER);
        Utterance ferry = summary.utterances().get(0);
        assertThat(ferry.getSourceArticleId()).isEqualTo("1-transcript.txt");
        assertThat(ferry.getText()).contains("катера снова пойдут на остров");
        assertThat(summary.members().stream()
                        .filter(member -> member.getUtteranceId().equals(ferry.getUtteranceId())))
                .extracting(UtteranceMember::getArticleId, member -> member.getVariant()
                        .name())
                .containsExactlyInAnyOrder(
                        tuple("1-transcript.txt", "SOURCE"),
                        tuple("2-report.txt", "VERBATIM"),
                        // The same once more in reported speech.
                        tuple("2-report.txt", "PARAPHRASED"),
                        tuple("3-report.txt", "TRUNCATED"),
                        tuple("4-copy.txt", "VERBATIM"),
                        tuple("4-copy.txt", "PARAPHRASED"));
        Utterance market = summary.utterances().get(1);
        assertThat(market.getText()).contains("Рынок остаётся на своём месте");
        assertThat(market.getArticles()).isEqualTo(3);
    }

    @Test
    void shouldFindTheSameInAnyOrder() throws Exception {
        List<Path> files = new ArrayList<>(News.files(News.harbour()));
        Collections.reverse(files);
        try (Newsroom room = room("backwards", 3)) {
            for (Path file : files) {
                room.publish(News.batch(List.of(file)), ObservedAt.given(OBSERVED));
            }
            assertThat(room.settle().digests()).isEqualTo(expected);
        }
    }

    @Test
    void shouldForgetWhatWasTakenBack() throws Exception {
        List<Path> files = News.files(News.harbour());
        try (Newsroom without = room("without", 2);
                Newsroom with = room("with", 2)) {
            without.publish(News.batch(files.subList(1, 5)), ObservedAt.given(OBSERVED));
            with.publish(News.batch(files), ObservedAt.given(OBSERVED));
            with.settle();

            // The first of the story and the source of both utterances: what hung on it has to find a new hold.
            with.retract("1-transcript.txt");

            assertThat(with.settle().digests()).isEqualTo(without.settle().digests());
            assertThat(with.summary().utterances()).isNotEmpty();
        }
    }

    @Test
    void shouldGiveOneDigestForEventsOfEveryKindInAnyOrder() throws Exception {
        List<String> events = NewsEvents.lines(11, 150);
        Map<String, String> forth;
        Map<String, String> shuffled;
        try (Newsroom room = room("forth", 2)) {
            room.publish(News.jsonLines(events));
            forth = room.settle().digests();
            assertThat(room.summary().articles()).isBetween(50L, 149L);
            assertThat(room.summary().copies()).isPositive();
            assertThat(room.summary().utterances()).isNotEmpty();
        }
        Collections.shuffle(events, new Random(7));
        try (Newsroom room = room("shuffled", 4)) {
            // In three parts, so that the groups of the first are there when the rest joins and parts them.
            room.publish(News.jsonLines(events.subList(0, 80)));
            room.settle();
            room.publish(News.jsonLines(events.subList(80, 160)));
            room.settle();
            room.publish(News.jsonLines(events.subList(160, events.size())));
            shuffled = room.settle().digests();
        }
        assertThat(shuffled).isEqualTo(forth);

        Collections.reverse(events);
        // One partition, so that all desks are in one task; and the other way in which instances find together.
        try (Newsroom room = new Newsroom(cluster, "single", 1);
                Admin admin = Admin.create(cluster.settings())) {
            room.publish(News.jsonLines(events));
            room.start(data.resolve("streams"), Map.of("kafka.group.protocol", "streams"));
            assertThat(room.settle().digests()).isEqualTo(forth);
            assertThat(admin.listGroups().all().get())
                    .filteredOn(group -> group.groupId().equals(room.applicationId()))
                    .extracting(GroupListing::type)
                    .containsExactly(Optional.of(GroupType.STREAMS));
        }
    }

    private static Newsroom room(String name, int partitions) throws InterruptedException {
        return new Newsroom(cluster, name, partitions).start(data.resolve("streams"));
    }
}
