/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a process has taken.
 *
 * @param cpuNanos time of the processor, all threads but those of the compiler, which have ever less to do
 * @param compileCpuNanos time of the processor of the compiler's threads
 * @param collectMillis time of garbage collection
 * @param wallNanos time passed
 */
record Usage(long cpuNanos, long compileCpuNanos, long collectMillis, long wallNanos) {
    static Usage of(WorkerProcess worker) {
        JsonNode usage = worker.ask("usage");
        long compile = usage.get("compileCpuNanos").asLong();
        return new Usage(
                usage.get("cpuNanos").asLong() - compile,
                compile,
                usage.get("collectMillis").asLong(),
                System.nanoTime());
    }

    Usage minus(Usage before) {
        return new Usage(
                cpuNanos - before.cpuNanos,
                compileCpuNanos - before.compileCpuNanos,
                collectMillis - before.collectMillis,
                wallNanos - before.wallNanos);
    }

    /** Milliseconds of the processor for each of so many articles. */
    double millisFor(int articles) {
        return cpuNanos / 1e6 / articles;
    }
}
