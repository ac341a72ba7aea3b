/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.StoryChangeKind;

/**
 * What is appended is appended once: the history tells each change of a row, and the log of stories each step of a story.
 *
 * <p>Written as in {@link NothingLost}; s2 says that a story has two articles now.
 *
 * <pre>
 * valid:    in a1 a2      history [a1] [a2]
 *           in a1 a1      history [a1]              a repeat changes nothing
 *           stories       created s1, grown s2, shrunk s1, removed s0
 * invalid:  in a1 a2      history [a1] [a1] [a2]    told twice
 *           in a1 a2      history [a1] [a2] [a1] [a2]
 *           any row       known at 5, then known at 3
 *           stories       created s1, created s1
 *           stories       created s1, grown s2, grown s2
 * </pre>
 */
public final class NothingDoubled implements Guarantee {
    private final Truth truth;

    /** Of what was told. */
    public NothingDoubled(Truth truth) {
        this.truth = truth;
    }

    @Override
    public List<String> violations(Observed observed) {
        List<String> violations = new ArrayList<>();
        SortedMap<String, List<HistoryEntry>> byRow = new TreeMap<>();
        for (HistoryEntry entry : observed.values(observed.topics().history)) {
            byRow.computeIfAbsent(Keys.of(entry.getTable(), entry.getRowKey()), row -> new ArrayList<>())
                    .add(entry);
        }
        byRow.forEach((row, entries) -> changes(row, entries, violations));
        analyses(observed, byRow, violations);
        stories(observed, violations);
        return violations;
    }

    private static void changes(String row, List<HistoryEntry> entries, List<String> violations) {
        ByteBuffer before = null;
        long knownAt = Long.MIN_VALUE;
        for (HistoryEntry entry : entries) {
            if (Objects.equals(before, entry.getRow())) {
                violations.add("the history tells of " + row + " what it told before");
            }
            if (entry.getKnownAt().toEpochMilli() < knownAt) {
                violations.add("the history goes back behind what was known of " + row);
            }
            before = entry.getRow();
            knownAt = entry.getKnownAt().toEpochMilli();
        }
    }

    /** What is said of an article depends on its own events alone, so all that is to be said is known. */
    private void analyses(Observed observed, SortedMap<String, List<HistoryEntry>> byRow, List<String> violations) {
        String table = observed.topics().analyses.baseName();
        truth.changes().forEach((id, due) -> {
            List<String> said = byRow.getOrDefault(Keys.of(table, id), List.of()).stream()
                    .map(entry -> entry.getRow() == null
                            ? "-"
                            : said(CanonicalAvro.record(Analysis.class, Observed.row(entry))))
                    .toList();
            List<String> expected = due.stream().map(NothingDoubled::due).toList();
            if (!said.equals(expected)) {
                violations.add("the history says of article " + id + " " + said + " and not " + expected);
            }
        });
    }

    private static String said(Analysis analysis) {
        return analysis.getLanguage() + analysis.getLength();
    }

    private static String due(Truth.Content content) {
        return content == null
                ? "-"
                : content.language()
                        + content.text().codePointCount(0, content.text().length());
    }

    /** By desk and story: while an article moves, each of the two desks has a story by its name. */
    private static void stories(Observed observed, List<String> violations) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        for (StoryChange change : observed.values(observed.topics().storyChanges)) {
            String story = Keys.of(change.getLanguage(), change.getStory());
            int before = sizes.getOrDefault(story, 0);
            if (!follows(change.getChange(), before, change.getArticles())) {
                violations.add("story " + story + " of " + before + " articles: " + change.getChange() + " to "
                        + change.getArticles());
            }
            sizes.put(story, change.getArticles());
        }
        sizes.values().removeIf(size -> size == 0);
        SortedMap<String, Integer> placed = new TreeMap<>();
        for (Placement placement : observed.table(observed.topics().placements).values()) {
            placed.merge(Keys.of(placement.getLanguage(), placement.getStory()), 1, Integer::sum);
        }
        if (!sizes.equals(placed)) {
            violations.add(
                    "the log of stories ends with other stories than the placements: " + sizes + " and " + placed);
        }
    }

    private static boolean follows(StoryChangeKind kind, int before, int after) {
        return switch (kind) {
            case CREATED -> before == 0 && after > 0;
            case GROWN -> before > 0 && after > before;
            case SHRUNK -> before > after && after > 0;
            case REMOVED -> before > 0 && after == 0;
            case MERGED, SPLIT -> after > 0;
        };
    }
}
