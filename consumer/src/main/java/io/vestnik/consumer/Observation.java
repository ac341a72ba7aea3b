/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.kafka.streams.KafkaStreams;

import io.vestnik.consumer.events.EventMeters;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.metrics.EventMetrics;
import io.vestnik.consumer.metrics.InputLag;
import io.vestnik.consumer.metrics.Metrics;
import io.vestnik.consumer.metrics.PipelineWatch;
import io.vestnik.consumer.metrics.RestoreProgress;
import io.vestnik.consumer.metrics.StatusEndpoints;
import io.vestnik.consumer.metrics.Tally;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * What there is to see of an instance from outside.
 *
 * @param metrics for Prometheus
 * @param health for an orchestrator
 * @param status for people
 * @param events counts of live updates
 * @param watch who counts what comes through
 */
record Observation(
        Metrics metrics, Health health, StatusEndpoints.Status status, EventMeters events, PipelineWatch watch)
        implements AutoCloseable {
    /**
     * Begins to watch an application that has not been started yet.
     *
     * @param ready whether it can answer
     * @param onFault told of a fault of those who watch
     */
    static Observation of(
            KafkaStreams streams, BooleanSupplier ready, VestnikConsumerConfig config, Consumer<Throwable> onFault) {
        Topics topics = config.topics();
        RestoreProgress restore = new RestoreProgress();
        streams.setGlobalStateRestoreListener(restore);
        Health health = new StreamsHealth(streams, ready, restore);
        InputLag lag = new InputLag(topics.consumed().stream().map(Topic::name).toList(), streams::metrics);
        Tally tally = new Tally(System::nanoTime);
        EventMeters events = new EventMeters();
        PipelineWatch watch = PipelineWatch.start(topics, config.clientProperties(), tally, Instant.now(), onFault);
        Metrics metrics =
                new Metrics().add(streams).add(restore).add(lag).add(tally).add(new EventMetrics(events));
        return new Observation(
                metrics, health, new StatusEndpoints.Status(health, lag, tally, watch.since(), events), events, watch);
    }

    @Override
    public void close() {
        watch.close();
        metrics.close();
    }

    private record StreamsHealth(KafkaStreams streams, BooleanSupplier isReady, RestoreProgress restore)
            implements Health {
        @Override
        public boolean live() {
            return switch (streams.state()) {
                case CREATED, REBALANCING, RUNNING -> true;
                case PENDING_SHUTDOWN, PENDING_ERROR, NOT_RUNNING, ERROR -> false;
            };
        }

        @Override
        public boolean ready() {
            return isReady.getAsBoolean();
        }

        @Override
        public String state() {
            return streams.state().name();
        }

        @Override
        public Restored restored() {
            return restore.progress();
        }
    }
}
