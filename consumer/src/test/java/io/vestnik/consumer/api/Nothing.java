/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.util.List;
import java.util.Set;

import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.ViewKind;

/** Views of a time at which there was none. */
enum Nothing implements QueryStore {
    KNOWN;

    @Override
    public Share list(ViewKind kind, ListRequest request) {
        return new Share(List.of(), Set.of());
    }

    @Override
    public Share get(ViewKind kind, String id) {
        return new Share(List.of(), Set.of());
    }
}
