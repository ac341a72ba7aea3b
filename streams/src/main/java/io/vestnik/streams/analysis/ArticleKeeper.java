/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.List;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.article.ArticleOutputs;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.ValueSizes;
import io.vestnik.streams.watch.WatchBook;
import io.vestnik.streams.watch.WatchTopology;

/** Keeps the states of a task's articles, and sends an article on when it reads differently, whatever has changed it. */
final class ArticleKeeper {
    private final ProcessorContext<String, StepOutput> context;
    private final ArticleOutputs outputs;
    private final KeyValueStore<String, Encoded<ArticleState>> states;
    private final WatchBook watches;

    ArticleKeeper(TopologyParts parts, ProcessorContext<String, StepOutput> context) {
        this.context = context;
        this.outputs = new ArticleOutputs(parts);
        this.states = context.getStateStore(AnalysisTopology.STATES);
        this.watches = ObjectQuery.ask(context.getStateStore(WatchTopology.WATCHES), WatchBook.class);
    }

    /** What is kept of an article; null when nothing was heard of it. */
    @Nullable ArticleState held(String articleId) {
        Encoded<ArticleState> held = states.get(articleId);
        return held == null ? null : held.value();
    }

    /**
     * Keeps another state of an article, with what the watches make of it.
     *
     * @throws BadArticleException when it is too large for a topic; nothing is kept then
     */
    @SuppressWarnings("ReferenceEquality") // the book gives the very state when nothing changes
    void keep(String articleId, @Nullable ArticleState before, ArticleState state) {
        // The state holds the analysis, so whatever is made of it below is no larger.
        Encoded<ArticleState> read = Encoded.of(state);
        int size = read.size();
        if (size > ValueSizes.LIMIT) {
            throw new BadArticleException(
                    BadArticleException.Reason.TOO_LARGE,
                    "What was read from the article has " + size + " bytes, more than the " + ValueSizes.LIMIT
                            + " that a topic takes; shorten or split it.");
        }
        ArticleState watched = watches.applied(read.value(), size);
        Encoded<ArticleState> after = watched == read.value() ? read : Encoded.of(watched);
        List<Record<String, StepOutput>> told =
                outputs.of(articleId, before, after.value(), context.taskId().partition());
        states.put(articleId, after);
        told.forEach(context::forward);
    }
}
