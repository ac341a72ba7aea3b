/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;

/**
 * Every article that stands is analysed and placed as its last version, and none that was taken back is; what the history
 * said last of a row is the row.
 *
 * <p>a1 and a2 are versions of article a, -a its retraction; [a1] is the row of a after a1.
 *
 * <pre>
 * valid:    in a1 b1      tables [a1] [b1]
 *           in a1 b1 a2   tables [a2] [b1]
 *           in a1 b1 -a   tables [b1]
 * invalid:  in a1 b1      tables [a1]          b is lost
 *           in a1 b1 a2   tables [a1] [b1]     the correction is lost
 *           in a1 b1 -a   tables [a1] [b1]     the retraction is lost
 *           in a1         table [a1], history empty
 * </pre>
 */
public final class NothingLost implements Guarantee {
    private final Truth truth;

    /** Of what was told. */
    public NothingLost(Truth truth) {
        this.truth = truth;
    }

    @Override
    public List<String> violations(Observed observed) {
        List<String> violations = new ArrayList<>();
        SortedMap<String, Analysis> analyses = observed.table(observed.topics().analyses);
        SortedMap<String, Placement> placements = observed.table(observed.topics().placements);
        SortedMap<String, Truth.Standing> standing = truth.standing();
        for (String id : union(List.of(standing.keySet(), analyses.keySet(), placements.keySet()))) {
            article(id, standing.get(id), analyses.get(id), placements.get(id), violations);
        }
        history(observed, violations);
        return violations;
    }

    private static void article(
            String id, Truth.Standing standing, Analysis analysis, Placement placement, List<String> violations) {
        if (standing == null || analysis == null || placement == null) {
            if (standing != null || analysis != null || placement != null) {
                violations.add("article " + id + (standing == null ? " does not stand" : " stands") + ", is "
                        + (analysis == null ? "not analysed" : "analysed") + " and "
                        + (placement == null ? "not placed" : "placed"));
            }
            return;
        }
        Truth.Content content = standing.content();
        boolean current = analysis.getLength()
                        == content.text().codePointCount(0, content.text().length())
                && content.title().equals(analysis.getTitle())
                && analysis.getOutlet() != null
                && content.outlet().equals(analysis.getOutlet().getName())
                && analysis.getFirstObservedAt().toEpochMilli() == standing.firstObservedAt()
                && analysis.getQuotes().stream().allMatch(quote -> stands(quote, content.text()));
        if (!current) {
            violations.add("article " + id + " is not analysed as its last version");
        }
        if (!placement.getContentHash().equals(analysis.getContentHash())) {
            violations.add("article " + id + " is placed as another version than it is analysed");
        }
    }

    private static boolean stands(Quote quote, String text) {
        int end = text.codePointCount(0, text.length());
        return quote.getEnd() <= end
                && text.substring(
                                text.offsetByCodePoints(0, quote.getBegin()),
                                text.offsetByCodePoints(0, quote.getEnd()))
                        .equals(quote.getText());
    }

    private static void history(Observed observed, List<String> violations) {
        SortedMap<String, HistoryEntry> last = new TreeMap<>();
        for (HistoryEntry entry : observed.values(observed.topics().history)) {
            last.put(Keys.of(entry.getTable(), entry.getRowKey()), entry);
        }
        for (Topic<?> table : observed.topics().finalTables()) {
            SortedMap<String, byte[]> rows = observed.rows(table.name());
            Set<String> told = new TreeSet<>();
            last.values().stream()
                    .filter(entry -> entry.getTable().equals(table.baseName()) && entry.getRow() != null)
                    .forEach(entry -> told.add(entry.getRowKey()));
            for (String key : union(List.of(told, rows.keySet()))) {
                HistoryEntry entry = last.get(Keys.of(table.baseName(), key));
                byte[] said = entry == null ? null : Observed.row(entry);
                if (!Arrays.equals(said, rows.get(key))) {
                    violations.add(
                            "the history says something else of " + table.baseName() + " " + key + " than the table");
                }
            }
        }
    }

    private static Set<String> union(List<Set<String>> keys) {
        Set<String> union = new TreeSet<>();
        keys.forEach(union::addAll);
        return union;
    }
}
