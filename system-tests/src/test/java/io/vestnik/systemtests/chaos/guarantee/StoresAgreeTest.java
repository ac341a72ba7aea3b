/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.internal.ArticleState;

import static org.assertj.core.api.Assertions.assertThat;

class StoresAgreeTest {
    private static final String STATES = "app-article-state-changelog";
    private static final Analysis ANALYSIS = Found.analysis("a", "one", 1);

    private final Found found = new Found();
    private final StoresAgree guarantee = new StoresAgree("app");

    private Found kept(Analysis analysis) {
        ArticleState state = ArticleState.newBuilder()
                .setRank(1)
                .setKnownAt(Instant.ofEpochMilli(1))
                .setCurrent(analysis)
                .build();
        return found.record(STATES, "a", state);
    }

    @Test
    void shouldHoldWhenWhatIsKeptWasTold() {
        kept(ANALYSIS).record(found.topics.analyses.name(), "a", ANALYSIS);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldHoldWhenNothingStands() {
        kept(ANALYSIS).record(found.topics.analyses.name(), "a", ANALYSIS);
        kept(null).record(found.topics.analyses.name(), "a", null);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldFindWhatIsNotKept() {
        found.record(found.topics.analyses.name(), "a", ANALYSIS);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article-state and news.analyses.v1 differ at a: not kept");
    }

    @Test
    void shouldFindWhatIsKeptOtherwise() {
        kept(Found.analysis("a", "seven", 1)).record(found.topics.analyses.name(), "a", ANALYSIS);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article-state and news.analyses.v1 differ at a: other rows");
    }

    @Test
    void shouldFindWhatIsNotTold() {
        kept(ANALYSIS);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article-state and news.analyses.v1 differ at a: not told");
    }

    @Test
    void shouldFindAnArticleThatItsDeskDoesNotKeep() {
        found.record(found.topics.placements.name(), "a", Found.placement("a", "one", null));

        assertThat(guarantee.violations(found.observed()))
                .contains("desk-articles and news.placements.v1 differ at ru|a: not kept");
    }
}
