/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.NotReadyException;

/**
 * How one instance is.
 *
 * @param state of Kafka Streams
 * @param ready whether it can answer
 * @param restored how much of its state has come back
 * @param lag records that it has still to read, by topic
 * @param readers its live readers
 */
record InstanceStatus(String state, boolean ready, Health.Restored restored, SortedMap<String, Long> lag, int readers) {
    static InstanceStatus of(StatusEndpoints.Status now) {
        return new InstanceStatus(
                now.health().state(),
                now.health().ready(),
                now.health().restored(),
                now.lag().byTopic(),
                now.events().currentReaders());
    }

    /** Reads what {@link #write} has written. @throws NotReadyException when it is nothing of the kind */
    static InstanceStatus read(JsonNode json) {
        if (!json.path("state").isTextual()
                || !json.path("lag").isObject()
                || !json.path("readers").isInt()) {
            throw new NotReadyException("What listens there does not answer as a consumer does.");
        }
        SortedMap<String, Long> lag = new TreeMap<>();
        json.path("lag")
                .properties()
                .forEach(topic -> lag.put(topic.getKey(), topic.getValue().asLong()));
        JsonNode restored = json.path("restored");
        return new InstanceStatus(
                json.path("state").asText(),
                json.path("ready").asBoolean(),
                new Health.Restored(
                        restored.path("done").asLong(), restored.path("total").asLong()),
                lag,
                json.path("readers").asInt());
    }

    ObjectNode write() {
        return writeTo(JsonNodeFactory.instance.objectNode(), lag, readers);
    }

    /** Enters it into an object, with these figures in place of its own. */
    ObjectNode writeTo(ObjectNode object, Map<String, Long> lags, int allReaders) {
        object.put("state", state).put("ready", ready);
        object.putObject("restored").put("done", restored.done()).put("total", restored.total());
        ObjectNode byTopic = object.putObject("lag");
        lags.forEach(byTopic::put);
        return object.put("readers", allReaders);
    }
}
