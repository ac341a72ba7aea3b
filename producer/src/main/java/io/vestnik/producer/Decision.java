/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;

import io.vestnik.schemas.avro.ObservedAtBasis;

/** What is to be done with an item. */
sealed interface Decision {
    /** It is a new event. */
    record Publish(Instant observedAt, ObservedAtBasis basis) implements Decision {}

    /** It is known already. */
    record Unchanged() implements Decision {}

    /** It is refused. */
    record Refuse(Reason reason, String message) implements Decision {}

    /** Its time is known only at the end of the batch. */
    record Defer() implements Decision {}
}
