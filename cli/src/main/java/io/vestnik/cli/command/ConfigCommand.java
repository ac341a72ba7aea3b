/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;

/** {@code vestnik config}: what can be configured. */
@Command(name = "config", description = "What can be configured.", subcommands = ConfigCommand.Docs.class)
public final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: docs");
    }

    /** {@code vestnik config docs}: all settings, as the page docs/configuration.md. */
    @Command(name = "docs", description = "Print all settings of the applications with their defaults, as Markdown.")
    public static final class Docs implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(ConfigPage.markdown());
            return ExitCode.OK.status();
        }
    }
}
