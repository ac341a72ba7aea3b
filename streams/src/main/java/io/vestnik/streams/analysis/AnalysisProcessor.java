package io.vestnik.streams.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;
import io.vestnik.streams.table.ValueSizes;

/**
 * Holds the events of each article; sends its analysis to the table and to the desk of its language whenever it differs
 * from before. On a change of language the old desk is told to give the article up in the same transaction.
 */
final class AnalysisProcessor extends ContextualProcessor<String, ArticleEvent, String, StepOutput> {
    private final ArticleCheck check;
    private final ArticleRevision revision;
    private final Topic<Analysis> table;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ArticleState> states;

    AnalysisProcessor(ArticleCheck check, ArticleRevision revision, Topic<Analysis> table) {
        this.check = check;
        this.revision = revision;
        this.table = table;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        states = context.getStateStore(AnalysisTopology.STATES);
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        ArticleEvent event = check.check(record.key(), record.value());
        String articleId = record.key();
        @Nullable ArticleState before = states.get(articleId);
        Optional<ArticleState> revised = revision.apply(before, event);
        if (revised.isEmpty()) {
            return;
        }
        ArticleState after = revised.get();
        // The state holds the analysis, so whatever is made of it below is no larger.
        int size = CanonicalAvro.body(after).length;
        if (size > ValueSizes.LIMIT) {
            throw new BadArticleException(
                    BadArticleException.Reason.TOO_LARGE,
                    "What was read from the article has " + size + " bytes, more than the " + ValueSizes.LIMIT
                            + " that a topic takes; shorten or split it.");
        }
        List<Record<String, StepOutput>> outputs = outputs(articleId, before, after);
        states.put(articleId, after);
        outputs.forEach(context()::forward);
    }

    private List<Record<String, StepOutput>> outputs(
            String articleId, @Nullable ArticleState before, ArticleState after) {
        Analysis held = before == null ? null : before.getCurrent();
        Analysis current = after.getCurrent();
        if (Objects.equals(held, current)) {
            return List.of();
        }
        long knownAt = after.getKnownAt().toEpochMilli();
        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        TableRow<Analysis> row = current == null
                ? TableRow.removal(table, articleId, after.getKnownAt())
                : TableRow.of(table, articleId, current, after.getKnownAt());
        outputs.add(new Record<>(articleId, row, knownAt, rank(after.getRank())));
        if (held != null && (current == null || !held.getLanguage().equals(current.getLanguage()))) {
            outputs.add(command(held.getLanguage(), articleId, after, null));
        }
        if (current != null) {
            outputs.add(command(current.getLanguage(), articleId, after, current));
        }
        return outputs;
    }

    private static Record<String, StepOutput> command(
            String language, String articleId, ArticleState state, @Nullable Analysis analysis) {
        DeskCommand command = new DeskCommand(articleId, state.getRank(), state.getKnownAt(), analysis);
        return new Record<>(
                language, new Message<>(command), state.getKnownAt().toEpochMilli(), new RecordHeaders());
    }

    private static Headers rank(long rank) {
        return RankHeader.write(rank);
    }
}
