/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.vestnik.consumer.http.NotReadyException;

/** The views that one instance holds: what its own partitions have. */
public interface QueryStore {
    /**
     * The first views of a list, in the order of their kind, see {@link ViewKind}.
     *
     * @throws NotReadyException when the instance cannot tell now
     */
    Share list(ViewKind kind, ListRequest request);

    /**
     * The view of an id: one row, or none when this instance does not have it.
     *
     * @throws NotReadyException when the instance cannot tell now
     */
    Share get(ViewKind kind, String id);

    /**
     * The views of some ids, in their order; those that this instance does not have are left out.
     *
     * @param brief whether what lists leave out may be left out, see {@link ViewKind#brief}
     * @throws NotReadyException when the instance cannot tell now
     */
    default Share getAll(ViewKind kind, List<String> ids, boolean brief) {
        List<Row> rows = new ArrayList<>();
        Set<Integer> partitions = new TreeSet<>();
        for (String id : ids) {
            Share share = get(kind, id);
            rows.addAll(share.rows());
            partitions.addAll(share.partitions());
        }
        return new Share(rows, partitions);
    }

    /**
     * The article that a story's id comes from, if this instance has it.
     *
     * @throws NotReadyException when the instance cannot tell now
     */
    default Share firstOf(String story) {
        return new Share(List.of(), Set.of());
    }

    /**
     * What an instance knows, and for which partitions it speaks.
     *
     * @param rows in the order of the list
     * @param partitions partitions that the rows are all of
     */
    record Share(List<Row> rows, Set<Integer> partitions) {}

    /**
     * A view with its place in the list of its kind.
     *
     * @param position see {@link ViewKind#place}
     * @param view the view as JSON, see {@link ViewJson}
     */
    record Row(String position, JsonNode view) {}
}
