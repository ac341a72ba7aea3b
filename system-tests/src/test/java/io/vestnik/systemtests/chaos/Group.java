/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the brokers know of the instances of an application. */
final class Group {
    private static final long CALL_SECONDS = 60;

    private final Admin admin;
    private final String applicationId;
    private final String input;

    /**
     * Of an application.
     *
     * @param input the topic by which its progress is measured
     */
    Group(Admin admin, String applicationId, String input) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.input = input;
    }

    /** Client ids of the members that hold partitions, and so of instances, whose id each of them contains. */
    Set<String> working() throws InterruptedException {
        Set<String> clients = new TreeSet<>();
        try {
            get(admin.describeConsumerGroups(List.of(applicationId)).all())
                    .get(applicationId)
                    .members()
                    .forEach(member -> {
                        if (!member.assignment().topicPartitions().isEmpty()) {
                            clients.add(member.clientId());
                        }
                    });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(e);
            }
        }
        return clients;
    }

    /** Whether an instance holds partitions. */
    boolean works(String processId) throws InterruptedException {
        return working().stream().anyMatch(client -> client.contains(processId));
    }

    /** Records of the input that committed transactions have read. */
    long done() throws InterruptedException {
        try {
            return get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata())
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(input) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction that an instance has open. */
    Optional<String> open(String processId) throws InterruptedException {
        try {
            Collection<TransactionListing> ongoing = get(admin.listTransactions(
                            new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                    .all());
            return ongoing.stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(applicationId) && id.contains(processId))
                    .findFirst();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has become of a transaction. */
    TransactionDescription transaction(String transactionalId) throws InterruptedException {
        try {
            Map<String, TransactionDescription> found =
                    get(admin.describeTransactions(List.of(transactionalId)).all());
            return found.get(transactionalId);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException, ExecutionException {
        try {
            return answer.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the cluster does not answer within " + CALL_SECONDS + " s", e);
        }
    }
}
