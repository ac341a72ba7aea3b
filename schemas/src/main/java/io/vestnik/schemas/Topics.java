/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageHours;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.Erasure;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.avro.Watch;

/** The catalogue: every topic of one namespace. */
public final class Topics {
    /**
     * Partitions that the catalogue asks for. Articles, their corrections, analyses and placements are joined by articleId,
     * and each partition of the watches belongs to one of the articles, so these must have the same number.
     */
    public static final int PARTITIONS = 4;

    private static final Set<String> JOINED_BY_ARTICLE = Set.of(
            "news.articles.v1", "news.corrections.v1", "news.analyses.v1", "news.placements.v1", "news.watches.v1");

    private static final Duration WEEK = Duration.ofDays(7);

    private final String namespace;

    /** Article events: the log of record. */
    public final Topic<ArticleEvent> articles;
    /** What people say that Vestnik has wrong: of the log of record too. */
    public final Topic<Correction> corrections;
    /** What the current version of each article says. */
    public final Topic<Analysis> analyses;
    /** Where each article stands among the others. */
    public final Topic<Placement> placements;
    /** How each topic of the news is covered. */
    public final Topic<Coverage> coverage;
    /** Its articles by hour, a record per day. */
    public final Topic<CoverageHours> coverageHours;
    /** What each article adds to each topic of the news. */
    public final Topic<CoverageMember> coverageMembers;
    /** One thing said. */
    public final Topic<Utterance> utterances;
    /** One article's rendering of it. */
    public final Topic<UtteranceMember> utteranceMembers;
    /** Persons, places and organizations. */
    public final Topic<Entity> entities;
    /** Every change of a final table. */
    public final Topic<HistoryEntry> history;
    /** Changes of coverage for live readers. */
    public final Topic<TopicUpdate> updates;
    /** Stories created, grown, merged, split. */
    public final Topic<StoryChange> storyChanges;
    /** Stories with their articles, ready to show. */
    public final Topic<StoryView> viewStories;
    /** Coverage of any topic with the stories of its articles, ready to show. */
    public final Topic<CoverageView> viewCoverage;
    /** Utterances with their variants, ready to show. */
    public final Topic<UtteranceView> viewUtterances;
    /** Entities with outlets and stories, ready to show. */
    public final Topic<EntityView> viewEntities;
    /** Articles: what they say and where they stand, ready to show. */
    public final Topic<ArticleView> viewArticles;
    /** What could not be read or processed. */
    public final Topic<DeadLetter> deadLetters;
    /** What the sources have shown of each article. */
    public final Topic<SourceState> sourceState;
    /** What is known of each address that is polled. */
    public final Topic<PollState> pollState;
    /** Which articles were erased. */
    public final Topic<Erasure> erasures;
    /** Which application writes the tables. */
    public final Topic<Application> applications;
    /** What users watch for; all of it in every partition. */
    public final Topic<Watch> watches;

    /**
     * The topics of a namespace.
     *
     * @param namespace in front of each name; empty for the live topics, {@link TopicNames#replay} for a replay
     * @throws IllegalArgumentException when it is not a namespace
     */
    public Topics(String namespace) {
        this(namespace, namespace);
    }

    private Topics(String namespace, String articlesNamespace) {
        this.namespace = TopicNames.checkNamespace(namespace);
        articles = logOfRecord(articlesNamespace, "articles", ArticleEvent.class);
        corrections = logOfRecord(articlesNamespace, "corrections", Correction.class);
        analyses = table("analyses", Analysis.class, "articleId");
        placements = table("placements", Placement.class, "articleId");
        coverage = table("coverage", Coverage.class, "topic");
        coverageHours = table("coverage-hours", CoverageHours.class, "topic|day");
        coverageMembers = table("coverage-members", CoverageMember.class, "topic|articleId");
        utterances = table("utterances", Utterance.class, "utteranceId");
        utteranceMembers = table("utterance-members", UtteranceMember.class, "utteranceId|articleId|begin");
        entities = table("entities", Entity.class, "entityId");
        history = log("history", HistoryEntry.class, "table|rowKey");
        updates = transientLog("updates", TopicUpdate.class, "topic");
        storyChanges = log("story-changes", StoryChange.class, "story");
        viewStories = table("views.stories", StoryView.class, "story");
        viewCoverage = table("views.coverage", CoverageView.class, "topic");
        viewUtterances = table("views.utterances", UtteranceView.class, "utteranceId");
        viewEntities = table("views.entities", EntityView.class, "entityId");
        viewArticles = table("views.articles", ArticleView.class, "articleId");
        deadLetters = transientLog("dead-letters", DeadLetter.class, "key of the record, else its origin");
        sourceState = table("source-state", SourceState.class, "articleId");
        pollState = table("poll-state", PollState.class, "address");
        erasures = table("erasures", Erasure.class, "articleId");
        applications = table("applications", Application.class, "streams");
        watches = topic(
                articlesNamespace, "watches", Watch.class, Cleanup.COMPACT, null, TimestampType.CREATE_TIME, "name");
    }

    /** The live topics. */
    public static Topics live() {
        return new Topics("");
    }

    /**
     * The topics in which an application builds its results beside those that readers read: all of another namespace, but
     * for the articles, their corrections and the watches.
     *
     * @param namespace of the articles and the watches
     * @param staging of the others
     * @throws IllegalArgumentException when one is no namespace
     */
    public static Topics staged(String namespace, String staging) {
        return new Topics(staging, namespace);
    }

    /** What stands in front of each name; empty for the live topics. */
    public String namespace() {
        return namespace;
    }

    /** Every topic, in the order of the design's table. */
    public List<Topic<?>> all() {
        return List.of(
                articles,
                corrections,
                analyses,
                placements,
                coverage,
                coverageHours,
                coverageMembers,
                utterances,
                utteranceMembers,
                entities,
                history,
                updates,
                storyChanges,
                viewStories,
                viewCoverage,
                viewUtterances,
                viewEntities,
                viewArticles,
                deadLetters,
                sourceState,
                pollState,
                erasures,
                applications,
                watches);
    }

    /** What the streams application reads and writes. */
    public List<Topic<?>> ofStreams() {
        return Stream.concat(
                        Stream.of(articles, corrections, watches, history, storyChanges, deadLetters),
                        finalTables().stream())
                .toList();
    }

    /** What others write and the streams application reads. */
    public List<Topic<?>> inputsOfStreams() {
        return List.of(articles, corrections, watches);
    }

    /** What others write and everything follows from: article events and their corrections. */
    public List<Topic<?>> logsOfRecord() {
        return List.of(articles, corrections);
    }

    /** The tables that the digest is of: a pure function of the logs of record, the watches, the code and the configuration. */
    public List<Topic<?>> finalTables() {
        return List.of(
                analyses, placements, coverage, coverageHours, coverageMembers, utterances, utteranceMembers, entities);
    }

    /** The tables that the consumer makes views of, and the watches whose spikes it tells. */
    public List<Topic<?>> consumed() {
        return List.of(
                coverage, coverageMembers, utterances, utteranceMembers, entities, analyses, placements, watches);
    }

    /** Whether the topic must have as many partitions as the others that are joined by articleId. */
    static boolean isJoinedByArticle(Topic<?> topic) {
        return isJoinedByArticle(topic.name());
    }

    /** The same, by the full name of the topic. */
    static boolean isJoinedByArticle(String name) {
        return JOINED_BY_ARTICLE.contains(TopicNames.base(name));
    }

    private static <V extends SpecificRecord> Topic<V> logOfRecord(String namespace, String name, Class<V> type) {
        return topic(namespace, name, type, Cleanup.DELETE, null, TimestampType.CREATE_TIME, "articleId");
    }

    private <V extends SpecificRecord> Topic<V> log(String name, Class<V> type, String key) {
        return topic(namespace, name, type, Cleanup.DELETE, null, TimestampType.CREATE_TIME, key);
    }

    private <V extends SpecificRecord> Topic<V> transientLog(String name, Class<V> type, String key) {
        return topic(namespace, name, type, Cleanup.DELETE, WEEK, TimestampType.LOG_APPEND_TIME, key);
    }

    private <V extends SpecificRecord> Topic<V> table(String name, Class<V> type, String key) {
        return topic(namespace, name, type, Cleanup.COMPACT, null, TimestampType.CREATE_TIME, key);
    }

    private static <V extends SpecificRecord> Topic<V> topic(
            String namespace,
            String name,
            Class<V> type,
            Cleanup cleanup,
            @Nullable Duration retention,
            TimestampType timestamps,
            String key) {
        return new Topic<>(
                TopicNames.of(namespace, baseName(name)), type, PARTITIONS, cleanup, retention, timestamps, key);
    }

    private static String baseName(String name) {
        return "news." + name + ".v1";
    }
}
