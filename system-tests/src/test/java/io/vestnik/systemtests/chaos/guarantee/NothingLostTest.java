/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NothingLostTest {
    private final Truth truth = new Truth();
    private final Found found = new Found();
    private final NothingLost guarantee = new NothingLost(truth);

    private void told(String id, long at, String text) {
        if (text == null) {
            truth.retraction(id, at);
        } else {
            truth.version(id, at, Found.content(text, text));
        }
    }

    private void stands(String id, String text, long first, long knownAt) {
        found.row(found.topics.analyses, id, Found.analysis(id, text, first), knownAt)
                .row(found.topics.placements, id, Found.placement(id, text, null), knownAt);
    }

    @Test
    void shouldHoldWhenWhatStandsIsItsLastVersion() {
        told("a", 1, "one");
        told("b", 2, "three");
        told("a", 3, "seven");
        told("c", 4, "nineteen");
        told("c", 5, null);
        stands("a", "one", 1, 1);
        stands("b", "three", 2, 2);
        stands("a", "seven", 1, 3);
        stands("c", "nineteen", 4, 4);
        found.row(found.topics.analyses, "c", null, 5).row(found.topics.placements, "c", null, 5);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldFindALostArticle() {
        told("a", 1, "one");
        told("b", 2, "three");
        stands("a", "one", 1, 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article b stands, is not analysed and not placed");
    }

    @Test
    void shouldFindALostCorrection() {
        told("a", 1, "one");
        told("a", 3, "seven");
        stands("a", "one", 1, 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article a is not analysed as its last version");
    }

    @Test
    void shouldFindALostRetraction() {
        told("a", 1, "one");
        told("a", 3, null);
        stands("a", "one", 1, 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article a does not stand, is analysed and placed");
    }

    @Test
    void shouldFindAPlacementOfAnotherVersion() {
        told("a", 1, "one");
        found.row(found.topics.analyses, "a", Found.analysis("a", "one", 1), 1)
                .row(found.topics.placements, "a", Found.placement("a", "seven", null), 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("article a is placed as another version than it is analysed");
    }

    @Test
    void shouldFindARowThatTheHistoryLacks() {
        told("a", 1, "one");
        found.record(found.topics.analyses.name(), "a", Found.analysis("a", "one", 1))
                .row(found.topics.placements, "a", Found.placement("a", "one", null), 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the history says something else of news.analyses.v1 a than the table");
    }

    @Test
    void shouldFindARowThatTheHistoryAloneHas() {
        found.history(found.topics.analyses, "a", Found.analysis("a", "one", 1), 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the history says something else of news.analyses.v1 a than the table");
    }
}
