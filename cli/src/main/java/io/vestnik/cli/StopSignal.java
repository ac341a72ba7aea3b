/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Ctrl-C and SIGTERM into a return from {@link #await}, so that a command closes what it opened in the right order
 * before the process ends. Open it first, so that it is closed last.
 */
public final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    /** How long the process waits for the command to close what it opened. */
    private static final long PATIENCE_SECONDS = 60;

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");

    private StopSignal() {}

    /** Listens from now on. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether the process was asked to stop; for loops that end early. */
    public boolean isAsked() {
        return asked.isDone();
    }

    /**
     * Waits until the process is asked to stop, or something that it runs fails.
     *
     * @param failed completes with the reason of a failure
     * @throws CommandFailure with {@link ExitCode#FAILED} on a failure
     * @throws InterruptedException when the thread is interrupted
     */
    public void await(CompletionStage<String> failed) throws InterruptedException {
        CompletableFuture<String> failure = failed.toCompletableFuture();
        try {
            CompletableFuture.anyOf(asked, failure).join();
        } finally {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (failure.isDone() && !asked.isDone()) {
            throw new CommandFailure(ExitCode.FAILED, failure.join());
        }
    }

    /** Everything is closed: lets the process end. */
    @Override
    public void close() {
        closed.countDown();
        if (!asked.isDone()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stop() {
        asked.complete(null);
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("Not everything was closed within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
