/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.avro.internal.EmittedTopic;
import io.vestnik.schemas.avro.internal.EmittedUtterance;
import io.vestnik.schemas.avro.internal.PlacementState;

/**
 * What the changelogs of the topologies would bring back is what was told: each step goes on from where its tables are.
 *
 * <pre>
 * valid:    changelog {k: v}    table {k: v}
 * invalid:  changelog {}        table {k: v}      lost on the next failure
 *           changelog {k: w}    table {k: v}
 *           changelog {k: v}    table {}          kept and never told
 * </pre>
 */
public final class StoresAgree implements Guarantee {
    private final String streamsId;

    /**
     * Of the topologies.
     *
     * @param streamsId their application id
     */
    public StoresAgree(String streamsId) {
        this.streamsId = streamsId;
    }

    @Override
    public List<String> violations(Observed observed) {
        List<String> violations = new ArrayList<>();
        Topics topics = observed.topics();
        SortedMap<String, String> analyses = Kept.bodies(observed, topics.analyses.name());
        SortedMap<String, String> states = new TreeMap<>();
        changelog(observed, "article-state", ArticleState.class).forEach((id, state) -> {
            if (state.getCurrent() != null) {
                states.put(id, Kept.hex(CanonicalAvro.body(state.getCurrent())));
            }
        });
        Kept.compare("article-state", states, topics.analyses, analyses, violations);

        SortedMap<String, String> onDesks = new TreeMap<>();
        changelog(observed, "desk-articles", DeskCommand.class)
                .forEach(
                        (key, command) -> onDesks.put(key, command.getAnalysis().getContentHash()));
        SortedMap<String, String> placed = new TreeMap<>();
        observed.table(topics.placements)
                .forEach((id, row) -> placed.put(Keys.of(row.getLanguage(), id), row.getContentHash()));
        Kept.compare("desk-articles", onDesks, topics.placements, placed, violations);

        Kept.keys(
                "desk-utterances",
                changelog(observed, "desk-utterances", EmittedUtterance.class).keySet(),
                topics.utterances,
                observed,
                violations);
        Kept.keys(
                "placement-state",
                changelog(observed, "placement-state", PlacementState.class).entrySet().stream()
                        .filter(row -> row.getValue().getRow() != null)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                topics.placements,
                observed,
                violations);
        Kept.compare(
                "coverage-members",
                Kept.bodies(observed, Kept.name(streamsId, "coverage-members")),
                topics.coverageMembers,
                Kept.bodies(observed, topics.coverageMembers.name()),
                violations);
        SortedMap<String, EmittedTopic> emitted = changelog(observed, "coverage-emitted", EmittedTopic.class);
        Kept.keys(
                "coverage-emitted",
                keys(emitted, EmittedTopic::getCoverage, UnaryOperator.identity()),
                topics.coverage,
                observed,
                violations);
        Kept.keys(
                "coverage-emitted",
                keys(emitted, EmittedTopic::getEntity, TopicIds::id),
                topics.entities,
                observed,
                violations);
        return violations;
    }

    private static Set<String> keys(
            Map<String, EmittedTopic> emitted, Function<EmittedTopic, @Nullable Long> hash, UnaryOperator<String> key) {
        return emitted.entrySet().stream()
                .filter(row -> hash.apply(row.getValue()) != null)
                .map(row -> key.apply(row.getKey()))
                .collect(Collectors.toSet());
    }

    private <V extends SpecificRecord> SortedMap<String, V> changelog(Observed observed, String store, Class<V> type) {
        return observed.table(Kept.name(streamsId, store), type);
    }
}
