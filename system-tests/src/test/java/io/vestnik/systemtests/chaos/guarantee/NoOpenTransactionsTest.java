/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoOpenTransactionsTest {
    private final NoOpenTransactions guarantee = new NoOpenTransactions();

    @Test
    void shouldHoldWhenNothingIsOpen() {
        assertThat(guarantee.violations(new Found().observed())).isEmpty();
    }

    @Test
    void shouldFindATransactionThatNobodyEnded() {
        assertThat(guarantee.violations(
                        new Found().open("transaction app-1 is ONGOING").observed()))
                .containsExactly("transaction app-1 is ONGOING");
    }
}
