/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.placement;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.PlacementState;
import io.vestnik.streams.article.AnalysisChange;

import static org.assertj.core.api.Assertions.assertThat;

class PlacementMergeTest {
    private static final Instant AT = Instant.ofEpochSecond(100);

    private final PlacementMerge merge = new PlacementMerge(Topics.live().placements);
    private PlacementState state = PlacementMerge.NOTHING;
    private @Nullable Placement row;
    private final List<@Nullable Placement> rows = new ArrayList<>();
    private final Map<String, CoverageMember> contributions = new TreeMap<>();

    private void analysis(long rank, @Nullable String name) {
        take(merge.analysis("a", state, new AnalysisChange(name == null ? null : analysis(name), rank), AT));
    }

    private void placed(String language, long rank, String story) {
        take(merge.result("a", state, new DeskResult("a", rank, language, AT, placement(language, story))));
    }

    private void removed(String language, long rank) {
        take(merge.result("a", state, new DeskResult("a", rank, language, AT, null)));
    }

    private void take(PlacementMerge.Merged merged) {
        state = merged.state();
        if (merged.row() != null) {
            row = merged.row().value();
            rows.add(row);
        }
        for (ContributionChange change : merged.changes()) {
            if (change.getMember() == null) {
                assertThat(contributions.remove(change.getTopic()))
                        .as("%s is withdrawn only if it was there", change.getTopic())
                        .isNotNull();
            } else {
                contributions.put(change.getTopic(), CanonicalAvro.record(CoverageMember.class, change.getMember()));
            }
        }
    }

    private static Analysis analysis(String name) {
        return Analysis.newBuilder()
                .setArticleId("a")
                .setContentHash("hash")
                .setFirstObservedAt(AT)
                .setLanguage("ru")
                .setLength(1)
                .setSketch(
                        new Sketch("none", 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0), ByteBuffer.allocate(0)))
                .setMentions(List.of(new Mention(0, 1, EntityType.PER, name, name, name, false, "body")))
                .build();
    }

    private static Placement placement(String language, String story) {
        return Placement.newBuilder()
                .setArticleId("a")
                .setContentHash("hash")
                .setLanguage(language)
                .setStory(story)
                .build();
    }

    @Test
    void shouldContributeOnlyWhenAnalysisAndPlacementSpeakOfOneVersion() {
        analysis(1, "Ivanov");
        assertThat(contributions).isEmpty();
        placed("ru", 1, "s1");
        assertThat(contributions).containsOnlyKeys("entity:Ivanov", "story:s1");
        placed("ru", 2, "s2");
        assertThat(contributions).as("the last contribution stands").containsOnlyKeys("entity:Ivanov", "story:s1");
        analysis(2, "Petrov");
        assertThat(contributions).containsOnlyKeys("entity:Petrov", "story:s2");
    }

    @Test
    void shouldWithdrawEverythingAtOnceWhenTheArticleIsRetracted() {
        analysis(1, "Ivanov");
        placed("ru", 1, "s1");
        analysis(2, null);
        assertThat(contributions).isEmpty();
        assertThat(row).as("the desk has not answered yet").isNotNull();
        removed("ru", 2);
        assertThat(row).isNull();
    }

    @Test
    void shouldRemoveTheRowWhenTheDeskIsFasterThanTheRetraction() {
        analysis(1, "Ivanov");
        placed("ru", 1, "s1");
        removed("ru", 2);
        assertThat(row).as("it may be the first half of a move").isNotNull();
        analysis(2, null);
        assertThat(row).isNull();
    }

    @Test
    void shouldNotLetAStaleResultOverwriteANewerOne() {
        placed("ru", 2, "s2");
        placed("ru", 1, "s1");
        assertThat(rows)
                .extracting(placement -> placement == null ? "" : placement.getStory())
                .containsExactly("s2");
    }

    @Test
    void shouldWriteNothingWhenNothingChanged() {
        analysis(1, "Ivanov");
        placed("ru", 1, "s1");
        PlacementMerge.Merged again =
                merge.result("a", state, new DeskResult("a", 2L, "ru", AT, placement("ru", "s1")));
        assertThat(again.row()).isNull();
        assertThat(again.changes()).isEmpty();
    }

    /** Analyses come in order, each desk answers in order; how the three ways interleave is chance. */
    @Property
    void shouldEndAtTheSamePlaceHoweverTheDesksAnswersInterleave(@ForAll Random random) {
        List<List<Runnable>> ways = List.of(
                new ArrayList<>(List.of(
                        () -> analysis(1, "Ivanov"), () -> analysis(2, "Petrov"), () -> analysis(3, "Sidorov"))),
                new ArrayList<>(
                        List.of(() -> placed("ru", 1, "s1"), () -> removed("ru", 2), () -> placed("ru", 3, "s3"))),
                new ArrayList<>(List.of(() -> placed("en", 2, "s2"), () -> removed("en", 3))));
        List<List<Runnable>> left = new ArrayList<>(ways);
        while (!left.isEmpty()) {
            List<Runnable> way = left.get(random.nextInt(left.size()));
            way.remove(0).run();
            left.removeIf(List::isEmpty);
        }

        assertThat(row).isEqualTo(placement("ru", "s3"));
        assertThat(rows).doesNotContainNull();
        assertThat(contributions).containsOnlyKeys("entity:Sidorov", "story:s3");
    }

    /**
     * Any life of an article: languages, retractions, and stories that change without a new version. Before its last
     * version a desk may answer for it at any rank that it was told.
     */
    @Property
    void shouldEndWithTheLastVersionAndNeverLoseTheArticleBefore(
            @ForAll("lives") List<String> languages, @ForAll Random random) {
        state = PlacementMerge.NOTHING;
        row = null;
        rows.clear();
        contributions.clear();
        List<List<Runnable>> left = ways(languages);
        boolean retracted = languages.contains("");
        boolean contributed = false;
        while (!left.isEmpty()) {
            List<Runnable> way = left.get(random.nextInt(left.size()));
            way.remove(0).run();
            left.removeIf(List::isEmpty);
            contributed |= !contributions.isEmpty();
            assertThat(contributed && !retracted && contributions.isEmpty())
                    .as("lost on the way")
                    .isFalse();
        }

        int last = languages.size();
        String language = languages.get(last - 1);
        if (language.isEmpty()) {
            assertThat(row).isNull();
            assertThat(contributions).isEmpty();
        } else {
            assertThat(row).isEqualTo(placement(language, "s" + last + "b"));
            assertThat(contributions).containsOnlyKeys("entity:n" + last, "story:s" + last + "b");
        }
        if (!retracted) {
            assertThat(rows).doesNotContainNull();
        }
    }

    /** What comes on each way, in its order: the analyses, and what each desk says. No language is a retraction. */
    private List<List<Runnable>> ways(List<String> languages) {
        List<Runnable> analyses = new ArrayList<>();
        Map<String, List<Runnable>> desks = new TreeMap<>(Map.of("ru", new ArrayList<>(), "en", new ArrayList<>()));
        for (int i = 0; i < languages.size(); i++) {
            int rank = i + 1;
            String language = languages.get(i);
            String before = i == 0 ? "" : languages.get(i - 1);
            analyses.add(() -> analysis(rank, language.isEmpty() ? null : "n" + rank));
            if (!before.isEmpty() && !before.equals(language)) {
                desks.get(before).add(() -> removed(before, rank));
            }
            if (!language.isEmpty()) {
                desks.get(language).add(() -> placed(language, rank, "s" + rank + "a"));
                desks.get(language).add(() -> placed(language, rank, "s" + rank + "b"));
            }
        }
        List<List<Runnable>> ways = new ArrayList<>(desks.values());
        ways.add(analyses);
        ways.removeIf(List::isEmpty);
        return ways;
    }

    @Provide
    Arbitrary<List<String>> lives() {
        // A retraction follows a version only, as a second one changes nothing and has no rank.
        return Arbitraries.of("ru", "en", "en", "")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(all -> {
                    List<String> life = new ArrayList<>();
                    for (String language : all) {
                        if (!language.isEmpty()
                                || (!life.isEmpty()
                                        && !life.get(life.size() - 1).isEmpty())) {
                            life.add(language);
                        }
                    }
                    return life.isEmpty() ? List.of("ru") : life;
                });
    }
}
