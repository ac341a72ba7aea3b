/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TruthTest {
    private final Truth truth = new Truth();

    private void told(String id, long at, String text, String root) {
        truth.version(id, at, Found.content(text, root));
    }

    @Test
    void shouldKnowWhatStandsAndSinceWhen() {
        told("a", 1, "A", "A");
        told("a", 2, "B", "B");
        told("b", 3, "C", "C");
        truth.retraction("b", 4);
        told("c", 5, "D", "D");
        truth.retraction("c", 6);
        told("c", 7, "D", "D");

        assertThat(truth.standing())
                .containsOnlyKeys("a", "c")
                .containsEntry("a", new Truth.Standing(Found.content("B", "B"), 1))
                .containsEntry("c", new Truth.Standing(Found.content("D", "D"), 5));
    }

    @Test
    void shouldTellAChangeOnceHoweverOftenItIsTold() {
        told("a", 1, "A", "A");
        told("a", 1, "A", "A");
        told("a", 2, "B", "B");
        told("a", 3, "B", "B");
        told("a", 4, "A", "A");

        assertThat(truth.changes().get("a"))
                .containsExactly(Found.content("A", "A"), Found.content("B", "B"), Found.content("A", "A"));
    }

    @Test
    void shouldTakeTheFirstThatStandsForTheOriginal() {
        told("a", 1, "A", "A");
        told("b", 2, "A b", "A");
        told("c", 2, "A c", "A");

        assertThat(truth.copies()).containsOnlyKeys("b", "c").containsValue("a");

        truth.retraction("a", 3);

        assertThat(truth.copies()).containsOnlyKeys("c").containsValue("b");
    }

    @Test
    void shouldRefuseEventsOutOfOrder() {
        told("a", 2, "A", "A");

        assertThatThrownBy(() -> told("a", 1, "B", "B")).isInstanceOf(IllegalArgumentException.class);
    }
}
