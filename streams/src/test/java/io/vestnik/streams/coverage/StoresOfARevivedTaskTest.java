/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.lang.reflect.Proxy;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Kafka Streams closes the stores of a corrupted task and initializes the same objects again. */
class StoresOfARevivedTaskTest {
    /** A context that takes registrations and knows nothing else. */
    private static final StateStoreContext CONTEXT = (StateStoreContext) Proxy.newProxyInstance(
            StoresOfARevivedTaskTest.class.getClassLoader(),
            new Class<?>[] {StateStoreContext.class},
            (proxy, method, args) -> {
                assertThat(method.getName()).isEqualTo("register");
                return null;
            });

    @Test
    void shouldBeOpenAgainAfterTheSecondInit() {
        StateStore store = CoverageBook.builder("book", 10).build();
        store.init(CONTEXT, store);
        store.close();
        assertThat(store.isOpen()).isFalse();

        store.init(CONTEXT, store);

        assertThat(store.isOpen()).isTrue();
    }
}
