/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.ArticleRecipe;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.serde.Encoded;

/**
 * An article's analysis and its placement, to {@code news.views.articles.v1}.
 *
 * <p>A new version's analysis comes a moment before its placement. Until both are of one version the view stays as it was:
 * an article that is corrected is not gone for a moment.
 */
final class ArticleViews implements ViewRecipe<Long, ArticleView> {
    private KeyValueStore<String, Encoded<ArticleView>> said;
    private KeyValueStore<String, Encoded<Placement>> placements;
    private KeyValueStore<String, Encoded<ArticleView>> views;

    @SuppressWarnings("NullAway.Init") // the stores come with open()
    private ArticleViews() {}

    /** From touched articles to their views. */
    static void add(KStream<RowKey, Long> touchedArticles, ViewSinks sinks) {
        sinks.add(
                touchedArticles,
                ViewKind.ARTICLES,
                ArticleViews::new,
                sinks.topics().viewArticles,
                ConsumerStores.SAID,
                ConsumerStores.PLACEMENTS);
    }

    /** What is kept of an analysis. */
    static @Nullable Encoded<ArticleView> said(@Nullable Encoded<Analysis> row) {
        return row == null ? null : Encoded.of(ArticleRecipe.said(row.value()));
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        said = context.getStateStore(ConsumerStores.SAID);
        placements = context.getStateStore(ConsumerStores.PLACEMENTS);
        views = context.getStateStore(ViewKind.ARTICLES.store());
    }

    @Override
    public String id(String articleId) {
        return articleId;
    }

    @Override
    public @Nullable ArticleView view(String articleId, Long touchedAt) {
        Encoded<ArticleView> says = said.get(articleId);
        Encoded<Placement> placed = placements.get(articleId);
        if (says == null || placed == null) {
            return null;
        }
        ArticleView view = ArticleRecipe.view(says.value(), placed.value());
        if (view != null) {
            return view;
        }
        Encoded<ArticleView> before = views.get(articleId);
        return before == null ? null : before.value();
    }
}
