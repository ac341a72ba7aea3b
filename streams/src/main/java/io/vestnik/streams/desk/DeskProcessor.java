package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.mapping.DeskMapping;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/**
 * Lets the desk of a language hold an article or give it up, and sends what that changed: placements to the merge,
 * utterances to their tables, what became of stories to its log. The article of the command is always answered for, as
 * its rank is new even if its placement is not.
 *
 * <p>What a desk says is known since the latest event that it has seen: that mark never falls, and in a run in order it
 * is the event at hand.
 */
final class DeskProcessor extends ContextualProcessor<String, DeskCommand, String, StepOutput> {
    private final Topics topics;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, DeskCommand> articles;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Long> marks;

    @SuppressWarnings("NullAway.Init")
    private Desks desks;

    @SuppressWarnings("NullAway.Init")
    private UtteranceLedger utterances;

    @SuppressWarnings("NullAway.Init")
    private StoryLedger stories;

    DeskProcessor(Topics topics) {
        this.topics = topics;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        articles = context.getStateStore(DeskTopology.ARTICLES);
        marks = context.getStateStore(DeskTopology.MARKS);
        desks = DesksQuery.ask(articles);
        utterances = new UtteranceLedger(context.getStateStore(DeskTopology.UTTERANCES), topics);
        stories = new StoryLedger(
                context.getStateStore(DeskTopology.STORIES), context.getStateStore(DeskTopology.STORY_SIZES));
    }

    @Override
    public void process(Record<String, DeskCommand> record) {
        String language = record.key();
        DeskCommand command = record.value();
        Instant knownAt = mark(language, command.getKnownAt());
        DeskChange change = apply(language, command);

        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        for (DeskResult result : results(language, command, change, knownAt)) {
            outputs.add(output(result.getArticleId(), new Message<>(result), knownAt));
        }
        utterances.rows(change, knownAt).forEach(row -> outputs.add(output(row.key(), row, knownAt)));
        stories.apply(language, change, knownAt)
                .forEach(story -> outputs.add(output(story.getStory(), new Message<>(story), knownAt)));
        outputs.forEach(context()::forward);
    }

    private Instant mark(String language, Instant knownAt) {
        Long seen = marks.get(language);
        long mark = Math.max(seen == null ? 0 : seen, knownAt.toEpochMilli());
        if (seen == null || mark > seen) {
            marks.put(language, mark);
        }
        return Instant.ofEpochMilli(mark);
    }

    private DeskChange apply(String language, DeskCommand command) {
        LanguageDesk desk = desks.of(language);
        String key = Desks.key(language, command.getArticleId());
        if (command.getAnalysis() == null) {
            DeskChange change = desk.remove(command.getArticleId());
            desks.giveUp(language, command.getArticleId());
            articles.put(key, null);
            return change;
        }
        DeskChange change = desk.put(ArticleMapping.deskArticle(command));
        desks.hold(language, command);
        articles.put(key, command);
        return change;
    }

    /** What the desk says of every article whose placement changed, and of the command's own, by article. */
    private Iterable<DeskResult> results(
            String language, DeskCommand command, DeskChange change, Instant knownAt) {
        Map<String, DeskResult> results = new TreeMap<>();
        String own = command.getArticleId();
        for (Placement placement : change.placements()) {
            String id = placement.articleId();
            results.put(id, result(language, id, desks.rank(language, id), placement, knownAt));
        }
        if (!results.containsKey(own)) {
            Placement placement = command.getAnalysis() == null ? null : desks.of(language).placement(own);
            results.put(own, result(language, own, command.getRank(), placement, knownAt));
        }
        return results.values();
    }

    private static DeskResult result(
            String language, String articleId, long rank, @Nullable Placement placement, Instant knownAt) {
        return new DeskResult(
                articleId, rank, language, knownAt, placement == null ? null : DeskMapping.placement(language, placement));
    }

    private static Record<String, StepOutput> output(String key, StepOutput output, Instant knownAt) {
        return new Record<>(key, output, knownAt.toEpochMilli(), new RecordHeaders());
    }
}
