/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a broker that fails from ending the whole process: Kafka calls {@code halt} or {@code exit} on a fatal fault,
 * as if the process were its own. The guard turns that into a message to every open broker of this process (Kafka
 * does not say which one it is about), and the process ends in its own way, with a message and an honest status.
 */
final class ExitGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ExitGuard.class);
    private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

    static {
        Exit.setExitProcedure(ExitGuard::onExit);
        Exit.setHaltProcedure(ExitGuard::onExit);
    }

    private ExitGuard() {}

    static void register(Consumer<String> onFatalFault) {
        LISTENERS.add(onFatalFault);
    }

    static void unregister(Consumer<String> onFatalFault) {
        LISTENERS.remove(onFatalFault);
    }

    private static void onExit(int status, @Nullable String message) {
        String reason = "Kafka asked to end the process with status " + status
                + (message == null || message.isEmpty() ? "" : ": " + message);
        LOG.error("{}", reason, new IllegalStateException("Place of the call"));
        LISTENERS.forEach(listener -> listener.accept(reason));
    }
}
