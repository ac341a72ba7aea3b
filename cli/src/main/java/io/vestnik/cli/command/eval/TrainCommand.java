/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vestnik train}: learns the models that the analysis carries. */
@Command(
        name = "train",
        description = "Learn a model from annotated texts. The same files in the same order give the same bytes.",
        subcommands = {TrainNamesCommand.class, TrainThemesCommand.class, TrainStoriesCommand.class})
public final class TrainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to learn: " + String.join(" or ", spec.subcommands().keySet()));
    }
}
