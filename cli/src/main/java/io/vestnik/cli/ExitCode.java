/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

/** Every status that {@code vestnik} ends with. Scripts may rely on them. */
public enum ExitCode {
    /** Done. */
    OK(0, "done"),
    /** The run failed, or what was compared differs, or a threshold was missed. The message says which. */
    FAILED(1, "the run failed, or what was compared differs"),
    /** The command line or the configuration is wrong; nothing was done. */
    USAGE(2, "wrong command line or configuration; nothing was done"),
    /** A broker, registry, data directory or port cannot be had now; the same command may work later. */
    UNAVAILABLE(3, "a broker, registry, data directory or port cannot be had"),
    /** Ready, but nobody has confirmed it; the same command with {@code --yes} goes on. */
    UNCONFIRMED(4, "ready, but not confirmed; nothing was changed"),
    /** A fault in Vestnik itself; the log file has the details. */
    INTERNAL(70, "a fault in Vestnik itself; the log file has the details"),
    /** Ended by Ctrl-C or SIGTERM before it was done. */
    INTERRUPTED(130, "interrupted");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The status that the operating system sees. */
    public int status() {
        return status;
    }

    /** What it means, in a few words, for the help. */
    public String meaning() {
        return meaning;
    }
}
