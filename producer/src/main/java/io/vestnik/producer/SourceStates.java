/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.SourceState;

/** What the sources have shown of each article so far. */
interface SourceStates extends AutoCloseable {
    /** The state of an article; null when it was never published. */
    @Nullable SourceState get(String articleId);

    /** Takes note of a state that is about to be written. */
    void put(SourceState state);

    /** Takes note of what others have written since. */
    void refresh();

    @Override
    void close();
}
