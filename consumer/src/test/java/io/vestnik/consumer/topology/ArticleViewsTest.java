/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.PairCorrection;
import io.vestnik.schemas.avro.Placement;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** Views of articles. */
class ArticleViewsTest {
    @TempDir
    private Path directory;

    private ConsumerDriver driver;

    @BeforeEach
    void start() {
        driver = new ConsumerDriver(UUID.randomUUID().toString(), directory);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldJoinAnArticleWithItsPlaceWhicheverComesFirst() {
        List<PairCorrection> corrections = List.of(new PairCorrection("c1", "NOT_A_COPY", "b"));
        driver.put(
                TOPICS.placements,
                "a",
                Placement.newBuilder(Rows.placement("a", "v1", "s1"))
                        .setCorrections(corrections)
                        .build());
        assertThat(driver.written(TOPICS.viewArticles)).isEmpty();

        driver.put(
                TOPICS.analyses,
                "a",
                Analysis.newBuilder(Rows.analysis("a", "v1", 3))
                        .setWatches(List.of("ports"))
                        .build());

        ArticleView view = driver.view(TOPICS.viewArticles, "a");
        assertThat(view.getContentHash()).isEqualTo("v1");
        assertThat(view.getTitle()).isEqualTo("Title of a");
        assertThat(view.getQuotes()).hasSize(1);
        assertThat(view.getStory()).isEqualTo("s1");
        assertThat(view.getTheme()).isEqualTo("society");
        assertThat(view.getCorrections()).isEqualTo(corrections);
        assertThat(view.getWatches()).containsExactly("ports");
    }

    @Test
    void shouldShowAnArticlesVersionUntilTheNextOneIsPlaced() {
        driver.put(TOPICS.analyses, "a", Rows.analysis("a", "v1", 3))
                .put(TOPICS.placements, "a", Rows.placement("a", "v1", "s1"));
        driver.written(TOPICS.viewArticles);

        driver.put(TOPICS.analyses, "a", Rows.analysis("a", "v2", 3));
        assertThat(driver.written(TOPICS.viewArticles)).isEmpty();

        driver.put(TOPICS.placements, "a", Rows.placement("a", "v2", "s2"));
        assertThat(driver.written(TOPICS.viewArticles))
                .extracting(told -> told.value.getContentHash(), told -> told.value.getStory())
                .containsExactly(tuple("v2", "s2"));
    }

    @Test
    void shouldTakeAnArticleBackWhenEitherSideIsGone() {
        driver.put(TOPICS.analyses, "a", Rows.analysis("a", "v1", 3))
                .put(TOPICS.placements, "a", Rows.placement("a", "v1", "s1"))
                .put(TOPICS.analyses, "b", Rows.analysis("b", "v1", 3))
                .put(TOPICS.placements, "b", Rows.placement("b", "v1", "s1"))
                .put(TOPICS.analyses, "a", null)
                .put(TOPICS.placements, "b", null);

        assertThat(driver.compacted(TOPICS.viewArticles)).isEmpty();
        try (var places = driver.store(ViewKind.ARTICLES.positionStore()).all()) {
            assertThat(places.hasNext()).isFalse();
        }
    }
}
