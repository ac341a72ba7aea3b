/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of port options. */
final class Ports {
    private Ports() {}

    /** @throws ParameterException when the number is no port; 0 stands for a free one */
    static void check(CommandSpec spec, String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be between 1 and 65535, or 0 for a free port, not " + port);
        }
    }
}
