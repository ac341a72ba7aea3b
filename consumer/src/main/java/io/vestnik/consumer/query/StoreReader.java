/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.StateQueryRequest;

import io.vestnik.consumer.http.NotReadyException;

/** Puts a question to a state store in each partition that this instance is active for. */
@FunctionalInterface
public interface StoreReader {
    /**
     * The answers by partition; partitions that cannot answer now are left out.
     *
     * @throws NotReadyException when there is nothing to ask now
     */
    <R> Map<Integer, R> ask(String store, Query<R> query);

    /**
     * Asks the stores of a running application, active tasks only: a standby may lag. What a task has written is told
     * at once, which may be a commit interval before readers of the topics see it.
     */
    static StoreReader of(KafkaStreams streams) {
        return new StoreReader() {
            @Override
            public <R> Map<Integer, R> ask(String store, Query<R> query) {
                Map<Integer, R> answers = new TreeMap<>();
                try {
                    streams.query(StateQueryRequest.inStore(store)
                                    .withQuery(query)
                                    .requireActive())
                            .getPartitionResults()
                            .forEach((partition, answer) -> {
                                if (answer.isSuccess()) {
                                    answers.put(partition, answer.getResult());
                                }
                            });
                } catch (StreamsException | IllegalStateException e) {
                    throw new NotReadyException(
                            "The consumer is in state " + streams.state() + ". Ask again in a moment.", e);
                }
                return answers;
            }
        };
    }
}
