/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import io.vestnik.consumer.query.ViewJson;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * The consumer keeps what it was told, its changelogs would bring that back, and what it answers is what it tells.
 *
 * <pre>
 * valid:    store {k: v}    changelog {k: v}    table {k: v}
 * invalid:  store {k: v}    changelog {}        table {k: v}      lost on the next failure
 *           store {k: w}    changelog {k: v}    table {k: v}      who asks is told something else
 *           store {}        changelog {k: v}    table {k: v}
 *           store {k: v}    changelog {k: v}    table {}
 * </pre>
 */
public final class ViewsAgree implements Guarantee {
    private final String consumerId;
    private final Map<ViewKind, SortedMap<String, String>> answers;

    /**
     * Of the consumer.
     *
     * @param consumerId its application id
     * @param answers what it answers from its stores: views as JSON, by kind and id
     */
    public ViewsAgree(String consumerId, Map<ViewKind, SortedMap<String, String>> answers) {
        this.consumerId = consumerId;
        this.answers = new TreeMap<>(answers);
    }

    @Override
    public List<String> violations(Observed observed) {
        List<String> violations = new ArrayList<>();
        Topics topics = observed.topics();
        Map<String, Topic<?>> kept = new TreeMap<>(Map.of(
                "coverage-rows", topics.coverage,
                "coverage-member-rows", topics.coverageMembers,
                "entity-rows", topics.entities,
                "utterance-rows", topics.utterances,
                "utterance-member-rows", topics.utteranceMembers));
        for (ViewKind kind : ViewKind.values()) {
            kept.put(kind.store(), views(topics, kind));
        }
        kept.forEach((store, table) -> Kept.compare(
                store,
                Kept.bodies(observed, Kept.name(consumerId, store)),
                table,
                Kept.bodies(observed, table.name()),
                violations));
        answers.forEach((kind, found) -> {
            Topic<?> table = views(topics, kind);
            SortedMap<String, String> told = new TreeMap<>();
            observed.table(table).forEach((id, view) -> told.put(id, json(view)));
            Kept.compare("the answers for " + kind.pathName(), found, table, told, violations);
        });
        return violations;
    }

    /** A view as the consumer answers with it. */
    public static String json(SpecificRecord view) {
        return ViewJson.write(view).toString();
    }

    private static Topic<?> views(Topics topics, ViewKind kind) {
        return switch (kind) {
            case STORIES -> topics.viewStories;
            case COVERAGE -> topics.viewCoverage;
            case UTTERANCES -> topics.viewUtterances;
            case ENTITIES -> topics.viewEntities;
        };
    }
}
