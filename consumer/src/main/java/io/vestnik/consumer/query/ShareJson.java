/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.consumer.query.QueryStore.Row;
import io.vestnik.consumer.query.QueryStore.Share;

/** A share as JSON, for instances among themselves. */
final class ShareJson {
    private ShareJson() {}

    static ObjectNode write(Share share) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = object.putArray("rows");
        share.rows()
                .forEach(row -> rows.addObject().put("position", row.position()).set("view", row.view()));
        ArrayNode partitions = object.putArray("partitions");
        share.partitions().forEach(partitions::add);
        return object;
    }

    static Share read(JsonNode object) {
        List<Row> rows = new ArrayList<>();
        object.path("rows").forEach(row -> rows.add(new Row(row.path("position").asText(), row.path("view"))));
        Set<Integer> partitions = new TreeSet<>();
        object.path("partitions").forEach(partition -> partitions.add(partition.asInt()));
        return new Share(rows, partitions);
    }
}
