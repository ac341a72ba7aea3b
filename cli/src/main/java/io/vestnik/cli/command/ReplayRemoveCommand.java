/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.replay.ReplayCluster;
import io.vestnik.cli.replay.RunDirectory;

/** {@code vestnik replay rm}: removes runs. */
@Command(name = "rm", description = "Remove runs, whole or not.")
public final class ReplayRemoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunsOption runs;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Remove the topics and groups of the runs from this cluster too.")
    private @Nullable String bootstrap;

    @Parameters(arity = "1..*", paramLabel = "R", description = "Names of runs.")
    private List<String> ids = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        List<RunDirectory> all = ids.stream().map(runs::run).toList();
        for (RunDirectory run : all) {
            if (bootstrap == null && !run.isDone() && !run.isBegun()) {
                throw new CommandFailure(ExitCode.USAGE, "There is no run " + run.id() + "; nothing was removed.");
            }
        }
        for (RunDirectory run : all) {
            int topics = bootstrap == null
                    ? 0
                    : ReplayCluster.remove(Addresses.impatient(Map.of(Addresses.BOOTSTRAP, bootstrap)), run.id());
            run.remove();
            spec.commandLine()
                    .getOut()
                    .println("removed " + run.id() + (bootstrap == null ? "" : " and " + topics + " topics"));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK.status();
    }
}
