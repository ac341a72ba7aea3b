/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.List;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.NotReadyException;

/** Asks other instances for their share. */
public interface PeerClient {
    /**
     * The share of another instance in a list.
     *
     * @throws NotReadyException when it does not answer or cannot tell now
     */
    QueryStore.Share list(HostPort peer, ViewKind kind, ListRequest request);

    /**
     * The view of an id, if the other instance has it.
     *
     * @throws NotReadyException when it does not answer or cannot tell now
     */
    QueryStore.Share get(HostPort peer, ViewKind kind, String id);

    /**
     * The views of some ids that the other instance has.
     *
     * @param ids at least one
     * @param brief without what lists leave out
     * @throws NotReadyException when it does not answer or cannot tell now
     */
    QueryStore.Share getAll(HostPort peer, ViewKind kind, List<String> ids, boolean brief);

    /**
     * The article that a story's id comes from, if the other instance has it.
     *
     * @throws NotReadyException when it does not answer or cannot tell now
     */
    QueryStore.Share firstOf(HostPort peer, String story);
}
