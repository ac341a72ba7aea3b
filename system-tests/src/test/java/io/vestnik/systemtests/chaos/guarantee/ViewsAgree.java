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
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.TopicKind;

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
    /** Topic, time, article. */
    private static final int PARTS_OF_PLACE = 3;

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
                "entity-rows", topics.entities,
                "utterance-rows", topics.utterances,
                "utterance-member-rows", topics.utteranceMembers,
                "placement-rows", topics.placements));
        for (ViewKind kind : ViewKind.values()) {
            kept.put(kind.store(), views(topics, kind));
        }
        kept.forEach((store, table) -> Kept.compare(
                store,
                Kept.bodies(observed, Kept.name(consumerId, store)),
                table,
                Kept.bodies(observed, table.name()),
                violations));
        compareMembers(observed, violations);
        answers.forEach((kind, found) -> {
            Topic<?> table = views(topics, kind);
            SortedMap<String, String> told = new TreeMap<>();
            observed.table(table).forEach((id, view) -> told.put(id, json(view)));
            Kept.compare("the answers for " + kind.pathName(), found, table, told, violations);
        });
        return violations;
    }

    /** Of an article in a topic the consumer keeps its story, and in a story its line. */
    private void compareMembers(Observed observed, List<String> violations) {
        Topic<CoverageMember> table = observed.topics().coverageMembers;
        SortedMap<String, String> stories = new TreeMap<>();
        SortedMap<String, String> lines = new TreeMap<>();
        observed.table(table).forEach((key, member) -> {
            stories.put(key, member.getStory());
            if (TopicIds.kind(member.getTopic()) == TopicKind.STORY) {
                lines.put(key, json(ViewJson.read(ArticleLine.class, ViewJson.write(member))));
            }
        });
        SortedMap<String, String> counted = new TreeMap<>();
        observed.texts(Kept.name(consumerId, "topic-members"))
                .forEach((key, kept) -> counted.put(key, Keys.split(kept).get(1)));
        Kept.compare("topic-members", counted, table, stories, violations);
        SortedMap<String, String> listed = new TreeMap<>();
        observed.table(Kept.name(consumerId, "story-lines"), ArticleLine.class).forEach((place, line) -> {
            List<String> parts = Keys.split(place, PARTS_OF_PLACE);
            listed.put(Keys.of(parts.get(0), parts.get(2)), json(line));
        });
        Kept.compare("story-lines", listed, table, lines, violations);
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
            case ARTICLES -> topics.viewArticles;
        };
    }
}
