/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.DeadLetters;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersExactTest {
    private final Found found = new Found();
    private final DeadLettersExact guarantee =
            new DeadLettersExact(Map.of("log-0@3", "BAD_FRAME", "log-0@5", "FUTURE"));

    private Found letter(String origin, String reason) {
        return found.record(
                found.topics.deadLetters.name(),
                origin,
                DeadLetters.of("analysis", origin, null, reason, "Send something better.", new byte[0]));
    }

    @Test
    void shouldHoldWhenEachBadRecordHasItsLetter() {
        letter("log-0@5", "FUTURE");
        letter("log-0@3", "BAD_FRAME");

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldFindALostLetter() {
        letter("log-0@3", "BAD_FRAME");

        assertThat(guarantee.violations(found.observed())).containsExactly("no dead letter of log-0@5 (FUTURE)");
    }

    @Test
    void shouldFindADoubledLetter() {
        letter("log-0@5", "FUTURE");
        letter("log-0@3", "BAD_FRAME");
        letter("log-0@5", "FUTURE");

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("dead letters of log-0@5: [FUTURE, FUTURE] and not FUTURE once");
    }

    @Test
    void shouldFindALetterOfAGoodRecord() {
        letter("log-0@5", "FUTURE");
        letter("log-0@3", "BAD_FRAME");
        letter("log-0@4", "FUTURE");

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("dead letters of log-0@4, which was good: [FUTURE]");
    }

    @Test
    void shouldFindAnotherReason() {
        letter("log-0@5", "FUTURE");
        letter("log-0@3", "BAD_RECORD");

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("dead letters of log-0@3: [BAD_RECORD] and not BAD_FRAME once");
    }
}
