/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TableRow;
import io.vestnik.streams.table.TopologyParts;

/**
 * What is sent on of an article that differs from before: its analysis to the table, to the desk of its language and to
 * the merge. On a change of language the old desk is told to give the article up in the same transaction.
 */
public final class ArticleOutputs {
    private final Topic<Analysis> table;
    private final TopologyParts parts;

    /** For a topology of the given parts. */
    public ArticleOutputs(TopologyParts parts) {
        this.table = parts.topics().analyses;
        this.parts = parts;
    }

    /**
     * What is sent on.
     *
     * @param before the state before; null when there was none
     * @param after the state now
     * @param partition of the articles
     */
    public List<Record<String, StepOutput>> of(
            String articleId, @Nullable ArticleState before, ArticleState after, int partition) {
        CorrectedArticle old = CorrectedArticle.of(before);
        CorrectedArticle now = CorrectedArticle.of(after);
        if (old.isTold(now)) {
            return List.of();
        }
        Analysis held = old.analysis();
        Analysis current = now.analysis();
        Instant knownAt = parts.knownAt(CorrectedArticle.saidAt(after));
        // Watches are nothing to the desks, so a version that only they see otherwise keeps its rank.
        boolean revised = after.getRank() != (before == null ? 0 : before.getRank());
        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        if (!Objects.equals(held, current)) {
            TableRow<Analysis> row = current == null
                    ? TableRow.removal(table, articleId, knownAt)
                    : TableRow.of(table, articleId, current, knownAt);
            outputs.add(output(articleId, row, knownAt));
        }
        if (revised && held != null && (current == null || !held.getLanguage().equals(current.getLanguage()))) {
            outputs.add(command(held.getLanguage(), ArticleMapping.giveUp(articleId, after, partition), now.knownAt()));
        }
        if (revised && current != null) {
            outputs.add(command(
                    current.getLanguage(),
                    ArticleMapping.hold(articleId, after, current, now.pairs(), partition),
                    now.knownAt()));
        }
        outputs.add(output(articleId, new Message<>(new AnalysisChange(current, after.getRank())), knownAt));
        return outputs;
    }

    private static Record<String, StepOutput> command(String language, DeskCommand command, Instant knownAt) {
        return output(language, new Message<>(command), knownAt);
    }

    private static Record<String, StepOutput> output(String key, StepOutput output, Instant knownAt) {
        return new Record<>(key, output, knownAt.toEpochMilli(), new RecordHeaders());
    }
}
