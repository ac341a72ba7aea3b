/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceView;

/**
 * What the consumer made of the final tables.
 *
 * @param stories views of the stories, in the order of the summary
 * @param utterances views of what several articles carry, in the order of the summary
 * @param entities views of the entities, in the order of the summary
 */
public record Views(List<StoryView> stories, List<UtteranceView> utterances, List<EntityView> entities) {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * Waits until the consumer has made a view of every row of a summary, and gives them. The consumer computes views at
     * beats of its own, so that they follow the tables by a moment.
     *
     * @throws CommandFailure when the time is up
     */
    static Views await(FinalTables tables, Topics topics, Map<String, ?> settings, Summary summary, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Views views = read(tables, topics, settings, summary);
            if (views.show(summary)) {
                return views;
            }
            if (System.nanoTime() >= deadline) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the consumer has not brought its views up to date within " + limit.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private static Views read(FinalTables tables, Topics topics, Map<String, ?> settings, Summary summary) {
        SortedMap<String, StoryView> stories = tables.rows(topics.viewStories, settings);
        SortedMap<String, UtteranceView> utterances = tables.rows(topics.viewUtterances, settings);
        SortedMap<String, EntityView> entities = tables.rows(topics.viewEntities, settings);
        return new Views(
                summary.stories().stream()
                        .map(row -> stories.get(TopicIds.id(row.getTopic())))
                        .filter(Objects::nonNull)
                        .toList(),
                summary.utterances().stream()
                        .map(row -> utterances.get(row.getUtteranceId()))
                        .filter(Objects::nonNull)
                        .toList(),
                summary.entities().stream()
                        .map(row -> entities.get(row.getEntityId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private boolean show(Summary summary) {
        return stories.size() == summary.stories().size()
                && utterances.size() == summary.utterances().size()
                && entities.size() == summary.entities().size()
                && all(stories, summary.stories(), Views::shows)
                && all(utterances, summary.utterances(), Views::shows)
                && all(entities, summary.entities(), Views::shows);
    }

    private static <V, R> boolean all(List<V> views, List<R> rows, BiPredicate<V, R> shows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!shows.test(views.get(i), rows.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean shows(StoryView view, Coverage row) {
        return view.getArticles() == row.getArticles()
                && view.getQuotes() == row.getQuotes()
                && view.getOutlets().equals(row.getOutlets())
                && view.getSpeakers().equals(row.getSpeakers())
                && view.getEntities().equals(row.getEntities());
    }

    private static boolean shows(UtteranceView view, Utterance row) {
        return view.getText().equals(row.getText()) && view.getMembers().size() == row.getMembers();
    }

    private static boolean shows(EntityView view, Entity row) {
        return view.getArticles() == row.getArticles()
                && view.getMentions() == row.getMentions()
                && view.getQuotes() == row.getQuotes();
    }
}
