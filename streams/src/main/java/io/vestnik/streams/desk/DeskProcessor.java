/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.mapping.DeskMapping;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.DeskConfig;
import io.vestnik.text.desk.Placement;

/**
 * Lets the desk of a language hold an article or give it up, and sends what that changed: placements to the merge,
 * utterances to their tables, what became of stories to its log. The article of the command is always answered for, as
 * its rank is new even if its placement is not.
 *
 * <p>What a desk says is known since the latest event that it has seen; in a run in order that is the event at hand.
 * What is late and what is done with goes by the time that all partitions have come to.
 */
final class DeskProcessor extends ContextualProcessor<String, Encoded<DeskCommand>, String, StepOutput> {
    private final TopologyParts parts;
    private final DeskSettings settings;
    private final DeskConfig config;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<DeskCommand>> articles;

    @SuppressWarnings("NullAway.Init")
    private Progress progress;

    @SuppressWarnings("NullAway.Init")
    private Desks desks;

    @SuppressWarnings("NullAway.Init")
    private UtteranceLedger utterances;

    @SuppressWarnings("NullAway.Init")
    private StoryLedger stories;

    @SuppressWarnings("NullAway.Init")
    private ColdArchive archive;

    @SuppressWarnings("NullAway.Init")
    private Sensor late;

    DeskProcessor(TopologyParts parts, DeskSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.config = settings.desk();
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        articles = context.getStateStore(DeskTopology.ARTICLES);
        progress = new Progress(context.getStateStore(DeskTopology.MARKS), parts.partitions());
        desks = ObjectQuery.ask(articles, Desks.class);
        utterances = new UtteranceLedger(context.getStateStore(DeskTopology.UTTERANCES), parts.topics());
        stories = new StoryLedger(
                context.getStateStore(DeskTopology.STORIES), context.getStateStore(DeskTopology.STORY_SIZES));
        archive = new ColdArchive(
                context.getStateStore(DeskTopology.ARCHIVE),
                context.getStateStore(DeskTopology.COLD),
                context.getStateStore(DeskTopology.COLD_GROUPS));
        late = context.metrics()
                .addRateTotalSensor("desk", context.taskId().toString(), "late-articles", Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<String, Encoded<DeskCommand>> record) {
        String language = record.key();
        DeskCommand command = record.value().value();
        progress.see(language, command);
        Instant knownAt = parts.knownAt(Instant.ofEpochMilli(progress.newest(language)));
        long common = progress.common(language);
        Applied applied = apply(language, record.value(), common);

        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        for (DeskResult result : results(language, command, applied, knownAt)) {
            outputs.add(output(result.getArticleId(), new Message<>(result), knownAt));
        }
        utterances.rows(applied.change, knownAt).forEach(row -> outputs.add(output(row.key(), row, knownAt)));
        stories.apply(language, applied.change, knownAt)
                .forEach(story -> outputs.add(output(story.getStory(), new Message<>(story), knownAt)));
        giveUp(language, common);
        outputs.forEach(context()::forward);
    }

    /**
     * What a command did.
     *
     * @param change what it changed
     * @param own asks for the placement of the command's article; it is null when the article is given up
     * @param rank version rank of an article that the change speaks of
     */
    private record Applied(DeskChange change, Supplier<@Nullable Placement> own, ToLongFunction<String> rank) {}

    private Applied apply(String language, Encoded<DeskCommand> encoded, long common) {
        DeskCommand command = encoded.value();
        String articleId = command.getArticleId();
        if (!desks.of(language).holds(articleId)) {
            String group = archive.group(language, articleId);
            if (group != null) {
                return archive.isLate(group) ? reviseLate(language, group, encoded) : revise(language, group, encoded);
            }
            Analysis analysis = command.getAnalysis();
            if (analysis != null && config.isLate(analysis.getFirstObservedAt().toEpochMilli(), common)) {
                return placeLate(language, encoded);
            }
        }
        return place(language, encoded);
    }

    private Applied place(String language, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        LanguageDesk desk = desks.of(language);
        String articleId = command.getArticleId();
        String key = Desks.key(language, articleId);
        ToLongFunction<String> rank = id -> desks.rank(language, id);
        if (bounded()) {
            archive.file(language, encoded);
        }
        if (command.getAnalysis() == null) {
            DeskChange change = desk.remove(articleId);
            desks.giveUp(language, articleId);
            articles.put(key, null);
            return new Applied(change, () -> null, rank);
        }
        DeskChange change = desk.put(ArticleMapping.deskArticle(command));
        desks.hold(language, command);
        articles.put(key, encoded);
        return new Applied(change, () -> desk.placement(articleId), rank);
    }

    /** What was given up is corrected or retracted among the articles that it was given up with. */
    private Applied revise(String language, String group, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        LanguageDesk desk = desks.apart(language);
        DeskChange change = archive.revise(language, desk, group, encoded);
        return new Applied(change, () -> desk.placement(command.getArticleId()), id -> archive.rank(language, id));
    }

    private Applied placeLate(String language, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        late.record();
        DeskArticle article = ArticleMapping.deskArticle(command);
        Placement placement = Desk.late(article);
        archive.file(language, encoded);
        archive.keepLate(language, command.getArticleId(), placement.story(), article.firstObservedAt());
        return alone(command, placement);
    }

    private Applied reviseLate(String language, String group, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        archive.reviseLate(language, group, encoded);
        return alone(command, command.getAnalysis() == null ? null : Desk.late(ArticleMapping.deskArticle(command)));
    }

    private static Applied alone(DeskCommand command, @Nullable Placement placement) {
        DeskChange change = new DeskChange(
                placement == null ? List.of() : List.of(placement),
                placement == null ? List.of(command.getArticleId()) : List.of(),
                List.of(),
                List.of());
        return new Applied(change, () -> placement, id -> command.getRank());
    }

    /** Moves what is done with from the desk to the archive, and forgets what has been there long enough. */
    private void giveUp(String language, long common) {
        for (ColdGroup group : desks.of(language).evict(common)) {
            for (String articleId : group.articles()) {
                articles.put(Desks.key(language, articleId), null);
                desks.giveUp(language, articleId);
            }
            archive.keep(language, group);
        }
        if (bounded()) {
            long before = common - settings.windowMillis() - settings.disorderMillis() - settings.retentionMillis();
            archive.expire(language, before).forEach(group -> {
                stories.forget(language, group.getArticles(), group.getStories());
                utterances.forget(group.getUtterances());
            });
        }
    }

    private boolean bounded() {
        return settings.disorderMillis() != DeskSettings.UNLIMITED;
    }

    /** What the desk says of every article whose placement changed, and of the command's own, by article. */
    private static Iterable<DeskResult> results(
            String language, DeskCommand command, Applied applied, Instant knownAt) {
        Map<String, DeskResult> results = new TreeMap<>();
        String own = command.getArticleId();
        for (Placement placement : applied.change.placements()) {
            String id = placement.articleId();
            results.put(id, result(language, id, applied.rank.applyAsLong(id), placement, knownAt));
        }
        if (!results.containsKey(own)) {
            results.put(own, result(language, own, command.getRank(), applied.own.get(), knownAt));
        }
        return results.values();
    }

    private static DeskResult result(
            String language, String articleId, long rank, @Nullable Placement placement, Instant knownAt) {
        return new DeskResult(
                articleId,
                rank,
                language,
                knownAt,
                placement == null ? null : DeskMapping.placement(language, placement));
    }

    private static Record<String, StepOutput> output(String key, StepOutput output, Instant knownAt) {
        return new Record<>(key, output, knownAt.toEpochMilli(), new RecordHeaders());
    }
}
