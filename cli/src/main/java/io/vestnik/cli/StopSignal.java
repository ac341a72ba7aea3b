/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
    private static final Set<StopSignal> OPEN = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean awaited;
    private final Thread hook = new Thread(this::stop, "stop-signal");

    private StopSignal() {}

    /** Listens from now on. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        OPEN.add(signal);
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
        boolean asked = await(failed, new CompletableFuture<>());
        LOG.debug("Asked to stop: {}", asked);
    }

    /**
     * Waits until the process is asked to stop, or something that it runs fails, or something else happens.
     *
     * @param other what may happen
     * @return whether the process was asked to stop; false when the other thing has happened
     * @throws CommandFailure with {@link ExitCode#FAILED} on a failure
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean await(CompletionStage<String> failed, CompletionStage<Void> other) throws InterruptedException {
        CompletableFuture<String> failure = failed.toCompletableFuture();
        awaited = true;
        try {
            CompletableFuture.anyOf(asked, failure, other.toCompletableFuture()).get();
        } catch (ExecutionException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getCause()), e);
        }
        if (failure.isDone() && !asked.isDone()) {
            throw new CommandFailure(ExitCode.FAILED, failure.join());
        }
        return asked.isDone();
    }

    /** Everything is closed. If the process was asked to stop, it ends when the command has returned. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            OPEN.remove(this);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending; the hook stays until the command has returned");
        }
    }

    /** The command has returned this status, its log is closed and its output is out: lets the process end. */
    static void runEnded(int status) {
        OPEN.forEach(signal -> signal.ended.complete(status));
    }

    private void stop() {
        asked.complete(null);
        try {
            int status = ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (awaited) {
                // To be stopped is how such a command ends, so its own status counts and tells whether all went well.
                // One that was interrupted in its work leaves with the status of the signal.
                Runtime.getRuntime().halt(status);
            }
        } catch (TimeoutException e) {
            LOG.error("Not everything was closed within {} s", PATIENCE_SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("is never completed with an exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
