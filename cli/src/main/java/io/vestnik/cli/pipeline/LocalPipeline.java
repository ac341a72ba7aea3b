/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.admission.NotAdmittedException;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * All parts in one process, over one directory: broker, registry, topologies and consumer. What is missing is the
 * producer, which whoever opened the pipeline runs against {@link #settings}.
 *
 * <pre>
 * DIR/kafka      the broker's data, the registry's schemas in it
 * DIR/streams    state of the topologies, made again from the broker when it is lost
 * DIR/consumer   state of the consumer, likewise
 * </pre>
 */
public final class LocalPipeline implements AutoCloseable {
    private static final String STREAMS_ID = VestnikStreamsConfig.APPLICATION_ID_DEFAULT;
    private static final String CONSUMER_ID = VestnikConsumerConfig.APPLICATION_ID_DEFAULT;

    private final Topics topics = Topics.live();
    /** What was started, the latest first: the order in which it is closed. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final StreamsRunner streams;
    private final ConsumerRunner consumer;

    private LocalPipeline(Path data, int partitions, String queryListen) throws InterruptedException {
        try {
            broker = open(EmbeddedBroker.start(data.resolve("kafka")));
            registry = open(EmbeddedRegistry.start(broker.bootstrapServers(), 0));
            streams = open(new StreamsRunner(streamsConfig(data.resolve("streams"), partitions)));
            streams.start();
            consumer = open(ConsumerRunner.start(consumerConfig(data.resolve("consumer"), partitions, queryListen)));
        } catch (NotAdmittedException e) {
            close();
            throw new CommandFailure(
                    ExitCode.FAILED, e.getMessage() + " A demo begins anew in another directory: --data DIR.", e);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts all parts. Returns before they have taken their partitions over; what is published meanwhile waits.
     *
     * @param data where everything is kept; made when it is missing
     * @param partitions partitions of topics that are not there yet
     * @param queryListen host:port that questions are answered on, port 0 for a free one
     * @throws CommandFailure when the directory is in use or a port cannot be had, or its tables were built with other
     *     models or steps
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    public static LocalPipeline start(Path data, int partitions, String queryListen) throws InterruptedException {
        return new LocalPipeline(data, partitions, queryListen);
    }

    /** Properties of clients of this pipeline: addresses of broker and registry. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        return settings;
    }

    /** The catalogue in use. */
    public Topics topics() {
        return topics;
    }

    /** Address that questions are answered on. */
    public String queryUrl() {
        return "http://" + consumer.queryAddress();
    }

    /** The tables as they stand. */
    public FinalTables tables() {
        return new FinalTables(broker.bootstrapServers(), topics);
    }

    /**
     * Waits until everything published so far is in the final tables.
     *
     * @throws CommandFailure when a part has failed, or the time is up
     */
    public void awaitQuiescence(Duration limit) throws InterruptedException {
        try (Quiescence quiescence =
                new Quiescence(broker.bootstrapServers(), Quiescence.inputs(topics, STREAMS_ID, CONSUMER_ID))) {
            Map<String, Long> left = quiescence.await(limit, () -> failure() == null);
            Throwable failure = failure();
            if (failure != null) {
                throw new IllegalStateException("a part of the pipeline has failed: " + failure.getMessage(), failure);
            }
            if (!left.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the pipeline has not finished within " + limit.toSeconds() + " s; left to do: " + left);
            }
        }
    }

    /** What the consumer made of the rows of a summary, as soon as it has. */
    public Views views(Summary summary, Duration limit) throws InterruptedException {
        return Views.await(tables(), topics, settings(), summary, limit);
    }

    /** Completes with the reason when a part fails. */
    public CompletionStage<String> failed() {
        CompletableFuture<String> failed = new CompletableFuture<>();
        var unused = broker.failed().thenAccept(failed::complete);
        Thread watch = new Thread(
                () -> {
                    try {
                        consumer.await();
                        Throwable failure = failure();
                        failed.complete(
                                failure == null ? "the consumer has ended" : String.valueOf(failure.getMessage()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "pipeline-watch");
        watch.setDaemon(true);
        watch.start();
        return failed;
    }

    /** What has ended a part; null while all run. */
    private @Nullable Throwable failure() {
        return streams.failure().orElse(consumer.fault());
    }

    @Override
    public void close() {
        RuntimeException failed = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The rest is closed all the same; the first failure is told.
                failed = failed == null
                        ? new IllegalStateException("a part cannot be closed: " + e.getMessage(), e)
                        : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }

    private VestnikStreamsConfig streamsConfig(Path state, int partitions) {
        Map<String, Object> config = settings();
        config.put(VestnikStreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(VestnikStreamsConfig.PARTITIONS_CONFIG, partitions);
        // What it reads is there from the start, in no order.
        config.put(DeskSettings.DISORDER_CONFIG, DeskSettings.UNLIMITED);
        config.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        config.put(ApplicationSettings.STANDBYS, 0);
        return new VestnikStreamsConfig(config);
    }

    private VestnikConsumerConfig consumerConfig(Path state, int partitions, String listen) {
        Map<String, Object> config = settings();
        config.put(VestnikConsumerConfig.STATE_DIR_CONFIG, state.toString());
        config.put(VestnikConsumerConfig.TOPIC_PARTITIONS_CONFIG, partitions);
        config.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        config.put(ApplicationSettings.STANDBYS, 0);
        config.put(HttpConfig.QUERY_LISTEN_CONFIG, listen);
        return new VestnikConsumerConfig(config);
    }
}
