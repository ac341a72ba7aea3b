/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.VestnikTopology;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.systemtests.Newsroom;

/** The real topology in this process, one thread, its state in memory, with clients that the test chooses. */
final class ControlInstance implements AutoCloseable {
    private final KafkaStreams streams;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ControlInstance(Newsroom room, Path state, Map<String, ?> settings, KafkaClientSupplier clients) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put(ApplicationSettings.THREADS, 1);
        all.put(ApplicationSettings.SESSION_TIMEOUT, 3_000);
        all.put(VestnikStreamsConfig.STATE_STORE_CONFIG, "memory");
        VestnikStreamsConfig config = room.config(state, all);
        streams = new KafkaStreams(
                new VestnikTopology(config, Clock.systemUTC()).build(room.partitions()),
                StreamsProperties.of(config),
                clients);
        streams.setUncaughtExceptionHandler(thrown -> {
            failure.set(thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    boolean healthy() {
        return failure.get() == null && streams.state() != KafkaStreams.State.ERROR;
    }

    @Nullable Throwable failure() {
        return failure.get();
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }
}
