/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SameDigestTest {
    private static Found run(String text) {
        Found found = new Found();
        return found.record(found.topics.analyses.name(), "a", Found.analysis("a", text, 1));
    }

    private final Map<String, String> undisturbed =
            SameDigest.digests(run("one").observed());
    private final SameDigest guarantee = new SameDigest(undisturbed);

    @Test
    void shouldHoldForTheSameRows() {
        Found longWay = run("seven");
        longWay.record(longWay.topics.analyses.name(), "a", Found.analysis("a", "one", 1));

        assertThat(guarantee.violations(longWay.observed())).isEmpty();
    }

    @Test
    void shouldFindAnotherRow() {
        assertThat(guarantee.violations(run("seven").observed()))
                .singleElement()
                .asString()
                .startsWith("news.analyses.v1 has digest ");
    }

    @Test
    void shouldFindATableThatIsEmpty() {
        assertThat(guarantee.violations(new Found().observed()))
                .singleElement()
                .asString()
                .startsWith("news.analyses.v1 has digest null");
    }

    @Test
    void shouldFindATableThatIsNot() {
        assertThat(new SameDigest(Map.of()).violations(run("one").observed()))
                .singleElement()
                .asString()
                .endsWith("undisturbed null");
    }
}
