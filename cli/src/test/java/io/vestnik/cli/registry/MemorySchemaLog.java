/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.common.errors.TimeoutException;

/** A compacted log in memory that can be told to fail. Goes through the same text form as the real one. */
final class MemorySchemaLog implements SchemaLog {
    enum Fault {
        NONE,
        /** Nothing is written. */
        BEFORE_WRITE,
        /** It is written, but the writer does not learn of it. */
        AFTER_WRITE
    }

    private final Map<String, String> records = new LinkedHashMap<>();
    Fault fault = Fault.NONE;

    @Override
    public void append(List<Change> changes) {
        if (fault != Fault.BEFORE_WRITE) {
            for (Change change : changes) {
                records.remove(change.key());
                String value = change.value();
                if (value != null) {
                    records.put(change.key(), value);
                }
            }
        }
        if (fault != Fault.NONE) {
            throw new TimeoutException("the broker does not answer");
        }
    }

    @Override
    public void replay(Consumer<Change> reader) {
        records.forEach((key, value) -> reader.accept(Change.parse(key, value)));
    }

    @Override
    public void close() {}
}
