/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the threads of the just-in-time compiler have taken, which no bean tells: from Linux's own account. */
final class CompilerThreads {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String NAME = "CompilerThre";
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    /** A hundred ticks a second, on every Linux that Java runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private CompilerThreads() {}

    /** Time of the processor of the compiler's threads of this process so far; 0 where the system has no such account. */
    static long cpuNanos() {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.mapToLong(CompilerThreads::nanos).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long nanos(Path task) {
        String stat;
        try {
            stat = Files.readString(task.resolve("stat"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            if (Files.exists(task)) {
                throw new UncheckedIOException(e);
            }
            // The thread has just ended.
            return 0;
        }
        int end = stat.lastIndexOf(')');
        if (!stat.substring(0, end).contains(NAME)) {
            return 0;
        }
        String[] fields = stat.substring(end + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) * NANOS_PER_TICK;
    }
}
