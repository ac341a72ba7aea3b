/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.QuoteKind;

/**
 * Copies are those that the generator made, and the totals of each topic of the news are the sums over what is said of the
 * articles, counted here anew.
 *
 * <pre>
 * valid:    a, b copied from a, both name X    b is a copy of a; X has 2 articles, 1 copy
 * invalid:  the same                           b is no copy
 *           the same                           X has 3 articles      b is counted twice
 *           a was retracted                    X has 2 articles      a is not taken back
 *           nothing names Y any more           Y has a row
 * </pre>
 */
public final class CountsExact implements Guarantee {
    /** Above this the product counts the most named alone; what is generated has fewer. */
    private static final int MOST_ENTITIES = 100;

    private final Truth truth;

    /** Of what was told. */
    public CountsExact(Truth truth) {
        this.truth = truth;
    }

    /** The totals of a topic. */
    private static final class Totals {
        private int articles;
        private int copies;
        private int quotes;
        private long first = Long.MAX_VALUE;
        private String firstIn = "";
        private long last = Long.MIN_VALUE;
        private final SortedSet<String> outlets = new TreeSet<>();

        void add(Analysis analysis, Placement placement) {
            articles++;
            copies += placement.getCopyOf() == null ? 0 : 1;
            quotes += (int) analysis.getQuotes().stream()
                    .filter(quote -> quote.getKind() != QuoteKind.INDIRECT)
                    .count();
            if (analysis.getOutlet() != null) {
                outlets.add(analysis.getOutlet().getName());
            }
            long at = analysis.getFirstObservedAt().toEpochMilli();
            String id = analysis.getArticleId();
            if (at < first || (at == first && id.compareTo(firstIn) < 0)) {
                first = at;
                firstIn = id;
            }
            last = Math.max(last, at);
        }

        String text() {
            return text(articles, copies, quotes, outlets.size(), first, firstIn, last);
        }

        static String text(Coverage row) {
            return text(
                    row.getArticles(),
                    row.getCopies(),
                    row.getQuotes(),
                    row.getOutletCount(),
                    row.getFirstObservedAt().toEpochMilli(),
                    row.getFirstObservedIn(),
                    row.getLastObservedAt().toEpochMilli());
        }

        private static String text(
                int articles, int copies, int quotes, int outlets, long first, String firstIn, long last) {
            return articles + " articles, " + copies + " copies, " + quotes + " quotes, " + outlets + " outlets, first "
                    + first + " in " + firstIn + ", last " + last;
        }
    }

    @Override
    public List<String> violations(Observed observed) {
        List<String> violations = new ArrayList<>();
        SortedMap<String, Analysis> analyses = observed.table(observed.topics().analyses);
        SortedMap<String, Placement> placements = observed.table(observed.topics().placements);
        copies(placements, violations);
        SortedMap<String, Totals> totals = new TreeMap<>();
        placements.forEach((id, placement) -> {
            Analysis analysis = analyses.get(id);
            if (analysis != null) {
                topics(analysis, placement).forEach(topic -> totals.computeIfAbsent(topic, t -> new Totals())
                        .add(analysis, placement));
            }
        });
        SortedMap<String, Coverage> coverage = observed.table(observed.topics().coverage);
        Set<String> all = new TreeSet<>(totals.keySet());
        all.addAll(coverage.keySet());
        for (String topic : all) {
            String counted = totals.containsKey(topic) ? totals.get(topic).text() : "nothing";
            String said = coverage.containsKey(topic) ? Totals.text(coverage.get(topic)) : "nothing";
            if (!counted.equals(said)) {
                violations.add("coverage of " + topic + " says " + said + ", counted " + counted);
            }
        }
        return violations;
    }

    private void copies(SortedMap<String, Placement> placements, List<String> violations) {
        SortedMap<String, String> copies = truth.copies();
        placements.forEach((id, placement) -> {
            if (!Objects.equals(copies.get(id), placement.getCopyOf())) {
                violations.add("article " + id + " is placed as a copy of " + placement.getCopyOf() + ", but is one of "
                        + copies.get(id));
            }
        });
    }

    private static SortedSet<String> topics(Analysis analysis, Placement placement) {
        SortedSet<String> topics = new TreeSet<>();
        analysis.getMentions().stream()
                .filter(mention -> !mention.getGeneric())
                .map(Mention::getEntityId)
                .forEach(id -> topics.add("entity:" + id));
        if (topics.size() > MOST_ENTITIES) {
            throw new IllegalStateException(analysis.getArticleId() + " names more than the model counts");
        }
        topics.add("story:" + placement.getStory());
        if (analysis.getOutlet() != null) {
            topics.add("outlet:" + analysis.getOutlet().getName());
        }
        if (placement.getTheme() != null) {
            topics.add("theme:" + placement.getTheme());
        }
        return topics;
    }
}
