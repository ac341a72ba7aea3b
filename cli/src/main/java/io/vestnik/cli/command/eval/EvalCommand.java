/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vestnik eval}: how well what Vestnik finds agrees with a gold set. */
@Command(
        name = "eval",
        description = {
            "Score what is found against a gold set. Without --pred the articles of the gold set are analysed first as",
            "'vestnik analyze' does, or placed as 'vestnik place' does. Offsets count code points, ends are exclusive."
        },
        subcommands = {
            EvalNamesCommand.class,
            EvalQuotesCommand.class,
            EvalCopiesCommand.class,
            EvalStoriesCommand.class,
            EvalUtterancesCommand.class,
            EvalThemesCommand.class
        })
public final class EvalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to score: " + String.join(" or ", spec.subcommands().keySet()));
    }
}
