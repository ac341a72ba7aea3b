/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.List;
import java.util.function.Consumer;

/** Where the registry keeps its state. */
interface SchemaLog extends AutoCloseable {
    /**
     * Writes changes in their order and returns when all of them are safe.
     *
     * @throws org.apache.kafka.common.KafkaException when that is not known of all of them; some may be written
     */
    void append(List<Change> changes);

    /**
     * Reads everything that was written so far.
     *
     * @throws org.apache.kafka.common.KafkaException when it cannot be read to its end
     */
    void replay(Consumer<Change> reader);

    @Override
    void close();
}
