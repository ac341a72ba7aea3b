/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.kafka.common.errors.InterruptException;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/** Waits for what a cluster does. */
final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private Answers() {}

    /** Waits for what brokers do a moment after they were told. */
    static void await(BooleanSupplier done, String otherwise) {
        if (!await(done, PATIENCE)) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, otherwise + " (after " + PATIENCE.toSeconds() + " s).");
        }
    }

    /**
     * Waits as long as is said.
     *
     * @return whether it is done
     */
    static boolean await(BooleanSupplier done, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return true;
    }
}
