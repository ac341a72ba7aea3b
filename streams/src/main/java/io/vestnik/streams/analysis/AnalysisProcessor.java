/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.ValueSizes;
import io.vestnik.streams.watch.WatchBook;
import io.vestnik.streams.watch.WatchBookQuery;
import io.vestnik.streams.watch.WatchTopology;

/**
 * Holds the events of each article; sends its analysis to the table, to the desk of its language and to the merge
 * whenever it differs from before. On a change of language the old desk is told to give the article up in the same transaction. A record
 * without a value erases its article: all that is kept of it is a number.
 */
final class AnalysisProcessor extends ContextualProcessor<String, ArticleEvent, String, StepOutput> {
    private final ArticleCheck check;
    private final ArticleRevision revision;
    private final Topic<Analysis> table;
    private final TopologyParts parts;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<ArticleState>> states;

    @SuppressWarnings("NullAway.Init")
    private WatchBook watches;

    AnalysisProcessor(ArticleCheck check, ArticleRevision revision, TopologyParts parts) {
        this.check = check;
        this.revision = revision;
        this.table = parts.topics().analyses;
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        states = context.getStateStore(AnalysisTopology.STATES);
        watches = WatchBookQuery.ask(context.getStateStore(WatchTopology.WATCHES));
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        Optional<ArticleEvent> event = check.check(record.key(), record.value(), ErasureMark.isOn(record.headers()));
        String articleId = record.key();
        Encoded<ArticleState> held = states.get(articleId);
        @Nullable ArticleState before = held == null ? null : held.value();
        Optional<ArticleState> revised =
                event.isPresent() ? revision.apply(before, event.get()) : revision.erase(before);
        if (revised.isEmpty()) {
            return;
        }
        // The state holds the analysis, so whatever is made of it below is no larger.
        Encoded<ArticleState> read = Encoded.of(revised.get());
        int size = read.size();
        if (size > ValueSizes.LIMIT) {
            throw new BadArticleException(
                    BadArticleException.Reason.TOO_LARGE,
                    "What was read from the article has " + size + " bytes, more than the " + ValueSizes.LIMIT
                            + " that a topic takes; shorten or split it.");
        }
        ArticleState watched = watches.applied(read.value(), size);
        Encoded<ArticleState> after = watched == read.value() ? read : Encoded.of(watched);
        List<Record<String, StepOutput>> outputs = outputs(articleId, before, after.value());
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
        Instant knownAt = parts.knownAt(WatchTopology.knownAt(after));
        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        TableRow<Analysis> row = current == null
                ? TableRow.removal(table, articleId, knownAt)
                : TableRow.of(table, articleId, current, knownAt);
        outputs.add(output(articleId, row, row.timestamp()));
        int partition = context().taskId().partition();
        // Watches are nothing to the desks, so a version that only they see otherwise keeps its rank.
        boolean revised = after.getRank() != (before == null ? 0 : before.getRank());
        if (revised && held != null && (current == null || !held.getLanguage().equals(current.getLanguage()))) {
            outputs.add(command(held.getLanguage(), ArticleMapping.giveUp(articleId, after, partition)));
        }
        if (revised && current != null) {
            outputs.add(command(current.getLanguage(), ArticleMapping.hold(articleId, after, current, partition)));
        }
        outputs.add(output(articleId, new Message<>(new AnalysisChange(current, after.getRank())), row.timestamp()));
        return outputs;
    }

    private static Record<String, StepOutput> command(String language, DeskCommand command) {
        return output(language, new Message<>(command), command.getKnownAt().toEpochMilli());
    }

    private static Record<String, StepOutput> output(String key, StepOutput output, long timestamp) {
        return new Record<>(key, output, timestamp, new RecordHeaders());
    }
}
