/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import org.jspecify.annotations.Nullable;

/**
 * A failure that is expected to happen to a user: its message is the whole output, one line that says what is wrong,
 * where, and what to do about it. No stack trace is shown unless {@code --debug} asks for it.
 */
public class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    public CommandFailure(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The status to end the process with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
