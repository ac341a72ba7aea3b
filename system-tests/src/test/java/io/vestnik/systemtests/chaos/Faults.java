/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;

import io.vestnik.schemas.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Does the faults, and brings back what was taken, so that the next one finds a whole cluster. */
final class Faults {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Brokers brokers;
    private final Fleet fleet;
    private final Group group;
    private final Topics topics;
    private final int partitions;
    private final Random random;

    Faults(Brokers brokers, Fleet fleet, Group group, Topics topics, int partitions, Random random) {
        this.brokers = brokers;
        this.fleet = fleet;
        this.group = group;
        this.topics = topics;
        this.partitions = partitions;
        this.random = random;
    }

    /** Does one. */
    void strike(FaultKind kind) throws IOException, InterruptedException {
        switch (kind) {
            case KILL_INSTANCE -> killInstance(false);
            case DELETE_STATE -> killInstance(true);
            case KILL_BROKER -> killBroker();
            case FREEZE_INSTANCE -> freeze();
            case TERMINATE_INSTANCE -> {
                String name = fleet.any(random);
                fleet.terminate(name);
                fleet.replace(name);
            }
            case ADD_INSTANCE -> fleet.add();
        }
        until("all instances work", this::allWork);
    }

    private boolean allWork() throws InterruptedException {
        for (String name : fleet.names()) {
            Optional<String> processId = fleet.processId(name);
            if (processId.isEmpty() || !group.works(processId.get())) {
                return false;
            }
        }
        return true;
    }

    private void killInstance(boolean withState) throws IOException, InterruptedException {
        String name = fleet.any(random);
        String processId = fleet.processId(name).orElseThrow();
        fleet.kill(name);
        if (withState) {
            fleet.deleteState(name);
        }
        if (random.nextBoolean()) {
            until("the group has given the killed instance up", () -> !group.works(processId));
        }
        fleet.replace(name);
    }

    private void killBroker() throws InterruptedException {
        int id = brokers.leader(topics.articles.name(), random.nextInt(partitions));
        brokers.node(id).kill();
        brokers.awaitLedByOthers(List.of(topics.articles.name()), id);
        brokers.node(id).start();
        brokers.awaitInSync();
    }

    /** The frozen one wakes up with a transaction that others have ended for it, and must not be able to go on with it. */
    private void freeze() throws IOException, InterruptedException {
        String[] frozen = new String[1];
        String[] transaction = new String[1];
        until("an instance stands still in a transaction", () -> {
            for (String name : anyOrder()) {
                fleet.freeze(name);
                Optional<String> open = group.open(fleet.processId(name).orElseThrow());
                if (open.isPresent()) {
                    frozen[0] = name;
                    transaction[0] = open.get();
                    return true;
                }
                fleet.thaw(name);
            }
            return false;
        });
        String processId = fleet.processId(frozen[0]).orElseThrow();
        TransactionDescription before = group.transaction(transaction[0]);
        until("the group has given the frozen instance up", () -> !group.works(processId));
        until(
                "its transaction is aborted",
                () -> group.transaction(transaction[0]).state() == TransactionState.COMPLETE_ABORT);
        TransactionDescription after = group.transaction(transaction[0]);
        assertThat(after.producerId() != before.producerId() || after.producerEpoch() > before.producerEpoch())
                .as("the producer of the frozen instance is fenced: %s, then %s", before, after)
                .isTrue();
        fleet.thaw(frozen[0]);
    }

    private List<String> anyOrder() {
        List<String> names = new ArrayList<>(fleet.names());
        Collections.shuffle(names, random);
        return names;
    }

    private void until(String what, Callable<Boolean> condition) {
        await(what).atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            fleet.check();
            return condition.call();
        });
    }
}
