/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

import io.vestnik.schemas.Topic;

/** Checks that topics which are joined without a repartition have the same number of partitions. */
final class CoPartitions {
    private final Admin admin;

    CoPartitions(Admin admin) {
        this.admin = admin;
    }

    /**
     * The number of partitions that the topics have.
     *
     * @throws KafkaException when they differ or the cluster does not tell
     */
    int of(Topic<?>... topics) {
        List<String> names = Arrays.stream(topics).map(Topic::name).toList();
        Map<String, Integer> partitions = new TreeMap<>();
        describe(names)
                .forEach(
                        (name, topic) -> partitions.put(name, topic.partitions().size()));
        TreeSet<Integer> numbers = new TreeSet<>(partitions.values());
        if (numbers.size() != 1) {
            throw new KafkaException("These topics are joined and must have the same number of partitions, but have "
                    + partitions + ". Create them anew with the same number (vestnik topics apply), and start the"
                    + " streams application with a new application.id.");
        }
        return numbers.first();
    }

    private Map<String, TopicDescription> describe(List<String> names) {
        try {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The cluster could not describe the topics " + names + ": " + e.getCause(), e);
        }
    }
}
