/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RejoiningClientSupplierTest {
    private static final Map<String, Object> CONFIG = Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9", ConsumerConfig.GROUP_ID_CONFIG, "group");

    @Test
    void shouldGiveAllTasksUpInsteadOfARebalanceAfterOneWasRevived() {
        try (Consumer<byte[], byte[]> consumer = new RejoiningClientSupplier().getConsumer(CONFIG)) {
            assertThatThrownBy(() -> consumer.enforceRebalance("Active tasks corrupted"))
                    .isInstanceOf(TaskMigratedException.class)
                    .hasMessageContaining("corrupted");
        }
    }

    @Test
    void shouldRebalanceForAnyOtherReason() {
        try (Consumer<byte[], byte[]> consumer = new RejoiningClientSupplier().getConsumer(CONFIG)) {
            assertThatCode(() -> consumer.enforceRebalance("triggered followup rebalance"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldTakeACommitAfterTheAbortForAFencedOne() {
        InvalidTxnStateException late = new InvalidTxnStateException("aborted");

        assertThatThrownBy(() -> RejoiningClientSupplier.asFenced(() -> {
                    throw late;
                }))
                .isInstanceOf(ProducerFencedException.class)
                .hasMessageContaining("aborted the transaction");
    }

    @Test
    void shouldLeaveEveryOtherFailureOfACommitAsItIs() {
        TimeoutException timeout = new TimeoutException("slow");

        assertThatThrownBy(() -> RejoiningClientSupplier.asFenced(() -> {
                    throw timeout;
                }))
                .isSameAs(timeout);
    }
}
