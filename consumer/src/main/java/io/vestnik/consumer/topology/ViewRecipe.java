/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * How a view is computed from the rows in the stores. A function of those rows alone, so the order in which they came
 * does not show in the view.
 *
 * @param <R> what was read already when it is asked
 */
interface ViewRecipe<R, V extends SpecificRecord> {
    /** Takes the stores; called before anything else, and again when a task is revived. */
    void open(ProcessorContext<?, ?> context);

    /** Id of the view of a key. */
    String id(String key);

    /** The view; null when a side is missing. */
    @Nullable V view(String key, R read);
}
