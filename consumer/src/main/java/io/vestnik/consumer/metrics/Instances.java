/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.vestnik.consumer.HostPort;

/** The instances of the consumer that are known, and how the others are asked how they are. */
public interface Instances {
    /** Where this instance answers. */
    HostPort self();

    /** Where the others answer; none while that is unknown. */
    Collection<HostPort> others();

    /**
     * Asks another one how it is.
     *
     * @return what it says at {@link StatusEndpoints#OWN_PATH}; fails with a {@link
     *     io.vestnik.consumer.http.NotReadyException} when it says nothing in time
     */
    CompletableFuture<JsonNode> status(HostPort other);
}
